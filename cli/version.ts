import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The version of this package. */
export function version(): string {
  const text: { readonly version?: string } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8"));
  return text.version ?? "unknown";
}

/** The folder of this package: its files lie in other places when compiled. */
export function packageFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (dirname(folder) === folder) throw new Error("package.json is missing");
  }
}
