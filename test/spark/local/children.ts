import { type ChildProcess, spawn } from "node:child_process";

/** Runs a module's text in a Node of its own, which a test may kill. Its output goes to `onLine`, line by line. */
export function startScript(text: string, onLine: (line: string) => void = () => {}): ChildProcess {
  const child = spawn(process.execPath, ["--input-type=module", "-e", text], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  // A test that fails must not leave it behind.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("exit", () => process.off("exit", end));
  let begun = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const lines = (begun + chunk.toString("utf8")).split("\n");
    begun = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  return child;
}

/** `kill -9` to the script and all of its process group; resolves when it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = over(child);
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  await gone;
}

/** Resolves when the script has ended. */
export function over(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

/** Resolves when something is so, or fails after so many minutes. */
export async function eventually(isSo: () => boolean, minutes = 2): Promise<void> {
  const until = Date.now() + minutes * 60_000;
  while (!isSo()) {
    if (Date.now() > until) throw new Error(`It did not become so in ${minutes} minutes.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
