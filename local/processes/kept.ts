import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

export interface KeptRequest {
  readonly python: string;
  /** Where the process is remembered, so that a later run can end what this one was not allowed to. */
  readonly record: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The folder that it works in; default: this process's own. */
  readonly cwd?: string;
  /** Where its own output goes. */
  readonly log: string;
}

/** A process that does not outlive this one. */
export interface Kept {
  /** Its standard input. */
  readonly input: Writable;
  /** What it writes to file descriptor 4. */
  readonly channel: Readable;
  /** Resolves when it has ended, for whatever reason, with its exit code. */
  readonly ended: Promise<number | null>;
  readonly hasEnded: () => boolean;
  /** Asks it to end, and makes it end if it does not; resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/** Starts a process that ends when this one does, `kill -9` included; see keeper.py. */
export async function startKept(request: KeptRequest): Promise<Kept> {
  await mkdir(dirname(request.record), { recursive: true });
  const log = openSync(request.log, "a");
  const keeper = fileURLToPath(new URL("./keeper.py", import.meta.url));
  const child = spawn(request.python, ["-S", keeper, request.record, ...request.command], {
    stdio: ["pipe", log, log, "pipe", "pipe"],
    env: { ...process.env, ...request.env },
    ...(request.cwd === undefined ? {} : { cwd: request.cwd }),
    detached: true,
  });
  const { input, watch, channel } = pipesOf(child);
  let over = false;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      over = true;
      resolve(code);
    });
  });
  ended.catch(() => {});
  for (const pipe of [input, watch]) pipe.on("error", () => {});
  return {
    input,
    channel,
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (!over) watch.write("stop\n");
      await ended;
    },
  };
}

/** The last lines of a log: what a process that failed had to say. */
export async function tailOf(log: string, lines = 15): Promise<string> {
  const file = await open(log).catch(() => undefined);
  if (file === undefined) return "";
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 64_000);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } finally {
    await file.close();
  }
}

function pipesOf(child: ChildProcess) {
  const [input, , , watch, channel] = child.stdio;
  if (!(input instanceof Writable) || !(watch instanceof Writable) || !(channel instanceof Readable)) {
    throw new Error("The keeper was started without its pipes.");
  }
  return { input, watch, channel };
}
