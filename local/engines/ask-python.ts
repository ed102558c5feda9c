import { spawn } from "node:child_process";
import { engineError } from "./command.js";
import type { PackagesEngine } from "./engine.js";

/**
 * Asks a program of Python that answers each line of JSON with one, in one process; gives the lines that it has answered.
 * @param what what was not possible where the process fails, for the error
 */
export function askPython(
  engine: PackagesEngine,
  script: string,
  questions: readonly unknown[],
  what: string,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(engine.python, ["-B", script], { env: { ...process.env, ...engine.env } });
    const [out, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => {}); // it has ended, and says why below
    child.on("error", reject);
    child.on("close", (code) => {
      const lines = Buffer.concat(out).toString().split("\n");
      if (code === 0) return resolve(lines.filter((line) => line !== ""));
      const said = Buffer.concat(errors).toString().trim().split("\n").slice(-5).join("\n");
      reject(engineError(what, said, "sluice doctor"));
    });
    child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(""));
  });
}
