import { hashKeysOf } from "../../compiler/ir/hash-keys.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Query } from "../../compiler/ir/query.js";
import type { Notebook } from "./notebook.js";
import { call, literal, statements } from "./python.js";

/** A query's notebook, with the keys that it hashes by behind its parameters. */
export function withHashKeys(notebook: Notebook, query: Query, { hashKeys }: ProjectIr): Notebook {
  if (hashKeys.size === 0) return notebook;
  const keys = hashKeysOf(query).flatMap((name) => {
    const secret = hashKeys.get(name)?.secret;
    return secret === undefined ? [] : [call("hash_by", [literal(name), literal(secret)])];
  });
  if (keys.length === 0) return notebook;
  const behind = notebook.cells.findIndex(({ kind }) => kind === "code") + 1;
  return {
    ...notebook,
    cells: [
      ...notebook.cells.slice(0, behind),
      { kind: "code", title: "Keys to hash by", code: statements(keys) },
      ...notebook.cells.slice(behind),
    ],
  };
}
