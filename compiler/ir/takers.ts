import { fingerprint } from "../lock/identity.js";
import type { JobIr } from "./ir.js";

/** By what the queries of a job are told from those before a change: where one is new or begins anew, it is another text. */
export const takersOf = ({ queries }: JobIr): string =>
  fingerprint(Object.fromEntries(queries.map(({ id, identity }) => [id, identity])));
