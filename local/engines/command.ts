import { spawn } from "node:child_process";

/** How a command ended, and what it said on both channels. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. A command that cannot be started at all has code 127 and the reason as its `stderr`. */
export function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error) => resolve({ code: 127, stdout: "", stderr: error.message }));
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}

/** An error in three parts: what was not possible, what the tool itself said, and the one thing to try. */
export function engineError(what: string, said: string, mend: string): Error {
  const indented = said
    .trim()
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
  return new Error(`${what}\n${indented}\nTry: ${mend}`);
}

/** Says that something long is under way, now and every ten seconds, and how long it took. */
export async function withProgress<T>(
  what: string,
  progress: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  progress(`${what} …`);
  const ticker = setInterval(() => progress(`${what} … ${seconds()} s`), 10_000);
  try {
    const result = await work();
    progress(`${what}: done in ${seconds()} s`);
    return result;
  } finally {
    clearInterval(ticker);
  }
}
