import { engineError, runCommand } from "./command.js";
import { versions } from "./versions.js";

/** A Python of this machine that Spark can use. */
export interface Python {
  readonly path: string;
  readonly version: string;
}

/** The first suitable Python on the PATH, or undefined and what was found instead. */
export async function findPython(): Promise<{ readonly python?: Python; readonly seen: readonly string[] }> {
  const seen: string[] = [];
  for (const name of candidates()) {
    const outcome = await runCommand(name, [
      "-c",
      "import sys; print(sys.executable, sys.version.split()[0], sep='\\n')",
    ]);
    const [path, version] = outcome.stdout.trim().split("\n");
    if (outcome.code !== 0 || path === undefined || version === undefined) continue;
    if (isSuitable(version)) return { python: { path, version }, seen };
    seen.push(`${path} is ${version}`);
  }
  return { seen };
}

/** The first suitable Python on the PATH; an error that says what to install if there is none. */
export async function requirePython(): Promise<Python> {
  const { python, seen } = await findPython();
  if (python !== undefined) return python;
  const said = seen.length > 0 ? seen.join("\n") : "No python3 is on the PATH.";
  throw engineError(`Spark needs a Python ${pythonRange()}.`, said, pythonMend());
}

/** The name under which Spark is set up for a Python: what is installed for one version is of no use to another. */
export function sparkName({ version }: Python): string {
  return `spark-python${version.split(".").slice(0, 2).join(".")}`;
}

/** `3.9 to 3.11`. */
export function pythonRange(): string {
  const { from, below } = versions.python;
  return `${from.join(".")} to ${below[0]}.${below[1] - 1}`;
}

/** The command that gets a suitable Python; or the variable that points to one. */
export function pythonMend(): string {
  return process.platform === "darwin" ? "brew install python@3.11" : "apt-get install python3.11 python3.11-venv";
}

function candidates(): readonly string[] {
  const chosen = process.env["SLUICE_PYTHON"];
  if (chosen !== undefined && chosen !== "") return [chosen];
  return ["python3.11", "python3.10", "python3.9", "python3", "python"];
}

function isSuitable(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const { from, below } = versions.python;
  const number = major * 1000 + minor;
  return number >= from[0] * 1000 + from[1] && number < below[0] * 1000 + below[1];
}
