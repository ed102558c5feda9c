import type { Json } from "../compiler/emit/json.js";
import type { Kind } from "./kinds.js";
import { notebookHash } from "./notebook-text.js";

/** What of a thing is held against what a service has, and kept in the state: all of it, or the hash of a notebook's text. */
export const comparable = (kind: Kind, value: Json): Json =>
  kind.name === "notebook" && typeof value === "string" ? notebookHash(value) : value;
