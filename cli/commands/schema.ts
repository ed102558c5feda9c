import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arguments } from "../arguments.js";
import { packageFolder } from "../version.js";
import type { World } from "../world.js";

/** `sluice schema`: the JSON Schema of sluice.yaml, of a pipeline or of a file under `schemas/`, for editors and other programs. */
export function run(given: Arguments, world: World): number {
  world.out(schemaText(given.positional ?? "pipeline"));
  return 0;
}

/** The text of a schema file of this package. */
export function schemaText(name: string): string {
  return readFileSync(join(packageFolder(), "schema", `${name}.schema.json`), "utf8");
}
