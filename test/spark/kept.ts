import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureSpark } from "../../local/engines/engines.js";
import type { SparkLane } from "../../local/engines/versions.js";
import { type Runner, startRunner } from "../../local/runner/runner.js";

/** Secrets that its notebooks find: keys to hash by, which no other text has. */
export const hashKeys = {
  "customers-hash-key": "CANARY-customers-0f1e2d3c4b5a6978",
  "devices-hash-key": "CANARY-devices-8796a5b4c3d2e1f00112",
} as const;

const secrets = Object.fromEntries(
  Object.entries(hashKeys).map(([name, key]) => [name.toUpperCase().replaceAll("-", "_"), key]),
);

const kept = new Map<SparkLane, Promise<Runner>>();

/**
 * The Spark of each release that the test files of a worker share: what it has loaded and compiled for one serves the next. It is for
 * tests that do not stop it; it ends with the worker.
 */
export function keptRunner(lane: SparkLane = "3.5"): Promise<Runner> {
  const runner = kept.get(lane) ?? started(lane);
  kept.set(lane, runner);
  return runner;
}

async function started(lane: SparkLane): Promise<Runner> {
  const engine = await ensureSpark(console.log, lane);
  // What a folder's name may hold, and what Java and Spark each read in a way of their own.
  return startRunner(engine, { folder: mkdtempSync(join(tmpdir(), "sluice größe ")), env: secrets, memory: "4g" });
}
