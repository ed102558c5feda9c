import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Arguments } from "../arguments.js";
import { entryAt } from "../entry.js";
import { seenFrom } from "../project.js";
import { type Outcome, refused } from "../refusal.js";
import { starter } from "../starter.js";
import type { World } from "../world.js";
import { schemaText } from "./schema.js";

/** `sluice init`: a small working project. Where any of its files is already there, nothing is written. */
export function run(given: Arguments, world: World): Outcome {
  const folder = resolve(world.cwd, given.positional ?? ".");
  const files = {
    ...starter(),
    ".sluice/schema/project.schema.json": schemaText("project"),
    ".sluice/schema/pipeline.schema.json": schemaText("pipeline"),
    ".sluice/schema/database.schema.json": schemaText("database"),
  };
  if ((entryAt(folder, statSync)?.isDirectory() ?? true) === false)
    return refused(`${given.positional ?? "."} is not a folder.`);
  const shown = seenFrom(world, folder);
  const taken = Object.keys(files).filter((path) => existsSync(join(folder, path)));
  if (taken.length > 0) {
    return refused(
      `Nothing was written, because this is already there:\n${taken.map((path) => `  ${shown}${path}`).join("\n")}`,
    );
  }
  const made: string[] = [];
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      closeSync(openSync(file, "wx"));
      made.push(file);
      writeFileSync(file, text);
    }
  } catch (error) {
    // Half a project would be in the way of the next try.
    for (const file of made) rmSync(file, { force: true });
    throw error;
  }
  const written = Object.keys(files).map((path) => `  ${shown}${path}\n`);
  const project = shown === "" ? "" : ` --project ${shown.slice(0, -1)}`;
  world.out(`${written.join("")}\nNext: sluice compile${project}\n`);
  return 0;
}
