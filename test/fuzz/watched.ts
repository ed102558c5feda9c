import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { processorTime } from "./processor-time.js";
import type { Told } from "./share.js";

/** How long a worker may be at one thing, in milliseconds. */
export interface Limits {
  /** Of a processor: a machine that does much else makes nothing hang. */
  readonly processor: number;
  /** Of the clock: of one that waits, and so uses no processor. Where the system tells no processor time, `processor` is of the clock. */
  readonly clock: number;
}

/** What is told of a process's end where it did not end well. */
const lastWords = 300;

/** Runs a worker in a process of its own, as an engine that breaks takes its whole process along; ends it if it hangs. Says why it did not end well. */
export function watched(
  command: readonly string[],
  limits: Limits,
  told: (one: Told) => void,
): Promise<string | undefined> {
  return new Promise((done) => {
    const worker = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
    const pid = worker.pid ?? 0;
    const isTold = processorTime(process.pid) !== undefined;
    // Of one that has ended, whose output is still read, nothing is told any more.
    const processor = () => (isTold ? (processorTime(pid) ?? 0) : performance.now());
    const now = () => ({ clock: performance.now(), processor: processor() });
    let begun = now();
    let hangs: string | undefined;
    let words = "";
    const watch = setInterval(() => {
      const { clock, processor } = now();
      const isLong = processor - begun.processor > limits.processor;
      if (!isLong && clock - begun.clock <= limits.clock) return;
      hangs ??= isLong
        ? `hangs: no end after ${limits.processor / 1_000} s of a processor`
        : `hangs: no end after ${limits.clock / 1_000} s`;
      worker.kill("SIGKILL");
    }, 250);
    createInterface({ input: worker.stdout }).on("line", (line) => {
      const one = tellingOf(line);
      if (one === undefined) return;
      begun = now();
      told(one);
    });
    worker.stderr.setEncoding("utf8").on("data", (text: string) => {
      words = (words + text).slice(-10 * lastWords);
    });
    worker.on("error", (error) => {
      words += error.message;
    });
    worker.on("close", (code, signal) => {
      clearInterval(watch);
      const why = words.trim().slice(0, lastWords).replaceAll("\n", " | ");
      done(hangs ?? (code === 0 ? undefined : `ended: ${signal ?? `exit code ${code}`}: ${why}`));
    });
  });
}

/** A line of a worker; undefined if the worker was ended while it wrote it. */
function tellingOf(line: string): Told | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
