import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CompileResult } from "../compiler/compile.js";

/** Writes what was compiled below a folder, as `compile` does. */
export function writeArtifacts(folder: string, artifacts: CompileResult["artifacts"]): void {
  for (const { path, body } of artifacts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
}
