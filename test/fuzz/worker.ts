import { parentPort, workerData } from "node:worker_threads";
import { broken } from "./holds.js";
import { inputs } from "./inputs.js";
import type { Finding, Share } from "./share.js";
import { kindOf, shrunk } from "./shrink.js";

// Compiles its share of the inputs, one after the other, and tells which one it is at: who waits ends it if that takes too long.
const { seed, from, step, until, at }: Share = workerData;
const told = new Set<string>();
const input = inputs(seed);
for (let index = from; index < until; index += step) {
  Atomics.store(at, 0, index);
  const files = input(index);
  for (const what of broken(files)) {
    if (told.has(kindOf(what))) continue;
    told.add(kindOf(what));
    const finding: Finding = { index, what, files: shrunk(files, what) };
    parentPort?.postMessage(finding);
  }
}
