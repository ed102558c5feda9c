import { on } from "node:events";
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Artifact } from "../../compiler/emit/artifact.js";
import type { Compared, CompareOptions, Comparison } from "./compare.js";
import { entryFor } from "./manifest.js";
import { packed } from "./packed.js";

/** What the thread is started with. */
export interface CompareThreadData {
  readonly out: string;
  readonly options: CompareOptions;
}

/** A thread that reads, hashes and writes while this one makes the next artifacts. It answers in the order of what it was given. */
export interface CompareThread {
  /** How many batches were given and not yet taken. */
  readonly waiting: number;
  give(batch: readonly Artifact[]): void;
  /** The longest waiting batch. Rejects with what the disk says. */
  take(): Promise<readonly Compared[]>;
  end(): Promise<void>;
}

/** It stands beside this file where the command was built; run from its sources, sluice has no such thread. */
const file = new URL("./compare-thread.js", import.meta.url);

export function startCompareThread(out: string, options: CompareOptions): CompareThread | undefined {
  if (!existsSync(file)) return undefined;
  const workerData: CompareThreadData = { out, options };
  const worker = new Worker(file, { workerData });
  const answers = on(worker, "message", { close: ["exit"] });
  // Without the texts: those of the batches on their way would survive the collection of what is young.
  const waiting: (readonly ReturnType<typeof entryFor>[])[] = [];
  return {
    get waiting() {
      return waiting.length;
    },
    give: (batch) => {
      waiting.push(batch.map(entryFor));
      const message = packed(batch);
      worker.postMessage(message, [message.bytes.buffer]);
    },
    take: async () => {
      const answer = await answers.next();
      if (answer.done) broken();
      const comparisons: readonly Comparison[] = answer.value[0];
      const batch = waiting.shift() ?? [];
      return batch.map((entryOf, at) => {
        const { sha256, isSame } = comparisons[at] ?? broken();
        return { entry: entryOf(sha256), isSame };
      });
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

function broken(): never {
  throw new Error("The thread that compares and writes the artifacts has ended without an answer.");
}
