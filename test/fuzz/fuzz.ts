import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { rolldown } from "rolldown";
import { inputs } from "./inputs.js";
import type { Finding, Share } from "./share.js";

/** An input that takes longer than this never ends, as far as a person is concerned. */
const LIMIT_MS = 30_000;

/** As small as the stack of a process is where nobody has asked for more, and memory as a small machine has it. */
const resourceLimits = { stackSizeMb: 1, maxOldGenerationSizeMb: 2_048 };

/** Compiles the first inputs of a seed in workers of plain Node, and ends those that hang. */
export async function fuzzed(seed: number, count: number, workers: number): Promise<readonly Finding[]> {
  const folder = resolve(join("node_modules", ".cache", `sluice-fuzz-${process.pid}`));
  mkdirSync(folder, { recursive: true });
  try {
    // One file, without anything between it and the engine: vitest's way of loading modules takes several times as long.
    const bundle = await rolldown({ input: "test/fuzz/worker.ts", platform: "node", external: /^(?![./])/ });
    await bundle.write({ dir: folder, format: "esm", entryFileNames: "worker.mjs" });
    await bundle.close();
    const shares = Array.from({ length: workers }, (_, from) =>
      worked(join(folder, "worker.mjs"), seed, from, workers, count),
    );
    return (await Promise.all(shares)).flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One worker after another, until the share is done. */
async function worked(
  file: string,
  seed: number,
  from: number,
  step: number,
  until: number,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (let next = from; next < until; ) {
    const at = new Int32Array(new SharedArrayBuffer(4));
    at[0] = next;
    const share: Share = { seed, from: next, step, until, at };
    const ended = await ran(new Worker(file, { workerData: share, resourceLimits }), share, (finding) =>
      found.push(finding),
    );
    if (ended === undefined) return found;
    const index = Atomics.load(at, 0);
    found.push({ index, what: ended, files: inputs(seed)(index) });
    next = index + step;
  }
  return found;
}

/** Why it ended before its share did. */
function ran(
  worker: Worker,
  { at, step, until }: Share,
  tell: (finding: Finding) => void,
): Promise<string | undefined> {
  return new Promise((done) => {
    let seen = { index: -1, since: performance.now() };
    const watch = setInterval(() => {
      const index = Atomics.load(at, 0);
      if (index !== seen.index) seen = { index, since: performance.now() };
      else if (performance.now() - seen.since > LIMIT_MS) end(`hangs: no end after ${LIMIT_MS / 1_000} s`);
    }, 250);
    let isEnded = false;
    // That it is ended is an exit too: what is told first counts.
    const end = (why: string | undefined): void => {
      if (isEnded) return;
      isEnded = true;
      clearInterval(watch);
      worker.terminate().then(() => done(why));
    };
    worker.on("message", (finding: Finding) => tell(finding));
    worker.on("error", (error) => end(`ended: ${error.message}`));
    worker.on("exit", () =>
      end(Atomics.load(at, 0) + step >= until ? undefined : "ended: without a word, before its share was done"),
    );
  });
}
