import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import { inputs } from "./inputs.js";
import type { Finding, Share } from "./share.js";
import { type Limits, watched } from "./watched.js";

/** What takes longer never ends, as far as a person is concerned. */
const limits: Limits = { processor: 30_000, clock: 600_000 };

/** Memory as a small machine has it. The stack is what a process has where nobody has asked for more. */
const options = ["--max-old-space-size=2048"];

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
      worked(join(folder, "worker.mjs"), { seed, from, step: workers, until: count }),
    );
    return (await Promise.all(shares)).flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One worker after another, until the share is done. */
async function worked(file: string, share: Share): Promise<readonly Finding[]> {
  const { seed, step, until } = share;
  const found: Finding[] = [];
  for (let from = share.from; from < until; ) {
    let at = from;
    const rest: Share = { ...share, from };
    const ended = await watched([...options, file, JSON.stringify(rest)], limits, (told) => {
      if ("found" in told) found.push(told.found);
      else at = told.at;
    });
    const isLast = at + step >= until;
    const what = ended ?? (isLast ? undefined : "ended: without a word, before its share was done");
    if (what === undefined) return found;
    found.push({ index: at, what, files: inputs(seed)(at) });
    from = at + step;
  }
  return found;
}
