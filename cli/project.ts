import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Arguments } from "./arguments.js";
import { misused, type Refusal } from "./refusal.js";
import type { World } from "./world.js";

/** The folder of the project that a command is about: `--project`, or the nearest one upward that has a sluice.yaml. */
export function projectFolder(given: Arguments, world: World): string | Refusal {
  const named = given.text("project");
  if (named !== undefined) {
    const folder = resolve(world.cwd, named);
    if (existsSync(join(folder, "sluice.yaml"))) return folder;
    return misused(`There is no sluice.yaml in ${named}.`);
  }
  for (let folder = resolve(world.cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "sluice.yaml"))) return folder;
    if (dirname(folder) === folder) {
      return misused(
        "There is no sluice.yaml here or in a folder above. Name the project's folder with --project, or begin one with 'sluice init'.",
      );
    }
  }
}

/** The project's folder as seen from where the person stands, ending in `/`; empty when it is the same. */
export function seenFrom(world: World, folder: string): string {
  const path = relative(world.cwd, folder).replaceAll(sep, "/");
  return path === "" ? "" : `${path}/`;
}
