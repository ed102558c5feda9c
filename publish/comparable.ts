import { hash } from "node:crypto";
import type { Json } from "../compiler/emit/json.js";
import type { Kind } from "./kinds.js";
import { merge } from "./merge.js";
import { notebookHash } from "./notebook-text.js";
import { hashOf, textAt, valueAt } from "./records.js";

/** What of a thing is held against what a service has, and kept in the state: all of it, or the hash of a text. */
export function comparable(kind: Kind, value: Json): Json {
  if (kind.name === "rights")
    return {
      script: hashOf(textAt(value, "script") ?? ""),
      on: valueAt(value, "on") ?? [],
      at: textAt(value, "at") ?? "",
    };
  if (kind.name === "database") return { at: textAt(value, "at") ?? "" };
  if (typeof value !== "string") return value;
  if (kind.name === "notebook") return notebookHash(value);
  return kind.name === "file" ? contentOf(hash("md5", value, "base64")) : value;
}

/** A file by its content: storage tells its MD5 with each list. Null: whoever wrote it did not say. */
export const contentOf = (md5: string | null): Json => ({ md5 });

/** Whether it has no fields: it is sent as a whole. */
export const isText = ({ name }: Kind): boolean => name === "notebook" || name === "file";

/** Whether what a service has is what was sent, but for what services add. */
export const isAsSent = (kind: Kind, sent: Json, live: Json): boolean =>
  merge(kind.name, sent, [sent], live).changes.length === 0;
