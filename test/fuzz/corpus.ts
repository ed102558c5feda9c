import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tree } from "../golden.js";

/** Inputs that the compiler once took badly: replayed for ever. */
export interface Entry {
  /** What was wrong. */
  readonly was: string;
  readonly files: Tree;
}

const folder = "test/fuzz/corpus";

export const corpus = (): readonly (Entry & { readonly name: string })[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name), "utf8")) }));

/** Where it is kept; it is to be committed with what mends it, and a better name. */
export function keep(entry: Entry): string {
  const name = createHash("sha256").update(JSON.stringify(entry.files)).digest("hex").slice(0, 12);
  const path = join(folder, `found-${name}.json`);
  writeFileSync(path, `${JSON.stringify(entry, null, 2)}\n`);
  return path;
}
