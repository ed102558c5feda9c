import { writeSync } from "node:fs";
import type { Tree } from "../golden.js";
import { broken } from "./holds.js";
import { inputs } from "./inputs.js";
import type { Share, Told } from "./share.js";
import { kindOf, shrunk } from "./shrink.js";

// Compiles its share of the inputs, one after the other, and tells before each: who waits ends it if that takes too long.
const { seed, from, step, until }: Share = JSON.parse(process.argv[2] ?? "");
// At once and not when the event loop has time: what hangs never has any.
const tell = (told: Told): number => writeSync(1, `${JSON.stringify(told)}\n`);
const known = new Set<string>();
const input = inputs(seed);
for (let index = from; index < until; index += step) {
  const tried = (files: Tree): readonly string[] => {
    tell({ at: index });
    return broken(files);
  };
  const files = input(index);
  for (const what of tried(files)) {
    if (known.has(kindOf(what))) continue;
    known.add(kindOf(what));
    tell({ found: { index, what, files: shrunk(files, what, tried) } });
  }
}
