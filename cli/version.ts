import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The version of this package. */
export function version(): string {
  const text: { readonly version?: string } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8"));
  return text.version ?? "unknown";
}

/** What tells this build from every other: of the code, of the packages it uses and of Node. Undefined where it was not bundled. */
export function build(): string | undefined {
  const path = new URL("./build", import.meta.url);
  return existsSync(path) ? `${readFileSync(path, "utf8").trim()} ${process.version}` : undefined;
}

/** The folder of this package: its files lie in other places when compiled. */
export function packageFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) throw new Error("package.json is missing");
  }
}
