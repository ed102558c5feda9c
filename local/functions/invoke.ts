import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { AppFunction, FunctionApp } from "./app.js";

/** A request to a function with an HTTP trigger. */
export interface FunctionRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface FunctionAnswer {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** How a run of a function ended. */
export type FunctionOutcome =
  | { readonly kind: "returned"; readonly answer: FunctionAnswer | null }
  | { readonly kind: "failed"; readonly error: string };

export interface Invoking {
  readonly app: FunctionApp;
  readonly python: string;
  /** The app's settings with their placeholders filled in. */
  readonly settings: Readonly<Record<string, string>>;
  /** Where goes what the function prints. */
  readonly log: string;
  /** Ends it in the middle. */
  readonly signal: AbortSignal;
}

/** Runs a function once, in a process of its own that is ended when its time is over; without a request its timer has come. */
export async function invoke(
  { name, script, entry, trigger }: AppFunction,
  { app, python, settings, log, signal }: Invoking,
  request?: FunctionRequest,
): Promise<FunctionOutcome> {
  signal.throwIfAborted();
  const late = app.seconds === undefined ? undefined : AbortSignal.timeout(app.seconds * 1000);
  const worker = fileURLToPath(new URL("./function_worker.py", import.meta.url));
  const output = openSync(log, "a");
  const child = spawn(python, [worker], {
    stdio: ["pipe", output, output, "pipe"],
    // Nothing of this process's own environment but what leads to programs.
    env: { PATH: process.env["PATH"], PYTHONDONTWRITEBYTECODE: "1", PYTHONUTF8: "1", ...settings },
    signal: AbortSignal.any([signal, ...(late ? [late] : [])]),
    killSignal: "SIGKILL",
  });
  closeSync(output); // the child has its own
  const [input, , , channel] = child.stdio;
  if (!(input instanceof Writable) || !(channel instanceof Readable))
    throw new Error("The function's process was started without its pipes.");
  input.on("error", () => {});
  const caused = request
    ? { request: { ...request, body: request.body.toString("base64") } }
    : { timer: { past_due: false } };
  const order = { app: app.folder, script, entry, argument: trigger.argument, ...caused };
  input.write(`${JSON.stringify(order)}\n`);
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve());
  });
  ended.catch(() => {});
  const chunks: Buffer[] = [];
  for await (const chunk of channel) chunks.push(chunk);
  try {
    await ended;
  } catch (error) {
    signal.throwIfAborted();
    if (!late?.aborted) throw error;
    return { kind: "failed", error: `it took longer than the ${app.seconds} seconds of 'functionTimeout'` };
  }
  return outcomeOf(Buffer.concat(chunks).toString(), name);
}

function outcomeOf(line: string, name: string): FunctionOutcome {
  // The other end of the pipe is a script of our own, which writes this shape and no other, or was stopped before.
  if (line.endsWith("\n")) return JSON.parse(line) as FunctionOutcome;
  return { kind: "failed", error: `the process of '${name}' has ended in the middle` };
}
