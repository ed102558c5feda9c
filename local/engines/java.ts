import { access, constants, readFile, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { engineError, runCommand } from "./command.js";
import { versions } from "./versions.js";

/** A Java of this machine: `home` has `bin/java`. */
export interface Java {
  readonly home: string;
  readonly version: string;
}

/** Java at JAVA_HOME, or else on the PATH: the first of a suitable version, and what was found instead. */
export async function findJava(
  suitable: readonly number[] = versions.java,
): Promise<{ readonly java?: Java; readonly seen: readonly string[] }> {
  const seen: string[] = [];
  for (const home of await homes()) {
    const version = await versionOf(home);
    if (version === undefined) continue;
    if (suitable.some((major) => version.split(/[.+-]/)[0] === String(major))) return { java: { home, version }, seen };
    seen.push(`${home} is Java ${version}`);
  }
  return { seen };
}

/** A Java of a suitable version; an error that says what to install if there is none. */
export async function requireJava(suitable: readonly number[] = versions.java): Promise<Java> {
  const { java, seen } = await findJava(suitable);
  if (java !== undefined) return java;
  const said = seen.length > 0 ? seen.join("\n") : "JAVA_HOME is not set to one, and no java is on the PATH.";
  throw engineError(`This needs Java ${[...suitable].reverse().join(" or ")}.`, said, javaMend());
}

/** The command that gets a suitable Java. */
export function javaMend(): string {
  return process.platform === "darwin" ? "brew install openjdk@17" : "apt-get install openjdk-17-jre-headless";
}

async function homes(): Promise<readonly string[]> {
  const found: string[] = [];
  const declared = process.env["JAVA_HOME"];
  if (declared !== undefined && (await isExecutable(join(declared, "bin", "java")))) found.push(declared);
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const java = join(folder, "java");
    if (folder !== "" && (await isExecutable(java))) found.push(dirname(dirname(await realpath(java))));
  }
  return [...new Set(found)];
}

/** Every JDK since 9 says its version in a file `release`; starting a JVM only to ask takes far longer. */
async function versionOf(home: string): Promise<string | undefined> {
  const release = await readFile(join(home, "release"), "utf8").catch(() => "");
  const written = /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
  if (written !== undefined) return written;
  const outcome = await runCommand(join(home, "bin", "java"), ["-version"]);
  return /version "([^"]+)"/.exec(outcome.stderr)?.[1];
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
