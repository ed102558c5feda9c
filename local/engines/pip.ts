import { join } from "node:path";
import { engineError, runCommand } from "./command.js";
import { pythonMend } from "./python.js";

/** Makes a virtual environment that has these packages. */
export async function venvWith(python: string, venv: string, wheels: readonly string[]): Promise<void> {
  const made = await runCommand(python, ["-m", "venv", venv]);
  if (made.code !== 0) {
    throw engineError("Python could not make a virtual environment.", made.stdout + made.stderr, pythonMend());
  }
  await pipInstall(join(venv, "bin", "python"), wheels);
}

/** Installs packages for a Python: among its own, or where `options` say. */
export async function pipInstall(
  python: string,
  wheels: readonly string[],
  options: readonly string[] = [],
): Promise<void> {
  const command = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", ...options, ...wheels];
  const outcome = await runCommand(python, command);
  if (outcome.code === 0) return;
  const errors = outcome.stderr.split("\n").filter((line) => /error/i.test(line));
  throw engineError(
    "Python's packages could not be installed.",
    (errors.length > 0 ? errors : outcome.stderr.trim().split("\n")).slice(-8).join("\n"),
    `${python} -m pip download ${wheels[0]}   (shows whether pip reaches its index)`,
  );
}
