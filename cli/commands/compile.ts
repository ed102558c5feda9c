import { statSync } from "node:fs";
import { resolve } from "node:path";
import { lockPath } from "../../compiler/lock/lock.js";
import type { Arguments } from "../arguments.js";
import { entryAt } from "../entry.js";
import { inTheWayOf } from "../make-folder.js";
import { memoryOf, noMemory } from "../output/memory.js";
import { writtenAgain } from "../output/output.js";
import { projectFolder } from "../project.js";
import { misused, type Outcome } from "../refusal.js";
import { build } from "../version.js";
import type { World } from "../world.js";

/** `sluice compile`: the findings, and, without an error among them, the artifacts in the output folder. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  return given.flag("watch") ? watched(project, given, world) : once(project, given, world);
}

async function watched(project: string, given: Arguments, world: World): Promise<Outcome> {
  if (given.text("format") !== "text" || given.flag("check"))
    return misused("--watch writes, and what it says is for people: leave --format and --check out.");
  const [{ looker }, { watchProject }] = await Promise.all([import("../watch/looker.js"), import("../watch/watch.js")]);
  const look = looker(project);
  const again = async (): Promise<Outcome> => {
    if (!look.isChanged()) return 0;
    const outcome = await once(project, given, world);
    look.again();
    return outcome;
  };
  return watchProject({ project, except: outOf(project, given, world) }, again, world);
}

const outOf = (project: string, given: Arguments, world: World): string => {
  const named = given.text("out");
  return named === undefined ? resolve(project, "generated") : resolve(world.cwd, named);
};

async function once(project: string, given: Arguments, world: World): Promise<Outcome> {
  const environments = given.list("env");
  const out = outOf(project, given, world);
  const wrong = inTheWayOf(out);
  if (wrong !== undefined) return misused(`The artifacts go to a folder, and ${wrong} is none.`);
  const lockFile = resolve(project, lockPath);
  if (entryAt(lockFile, statSync)?.isDirectory())
    return misused(`sluice.lock is a file, and ${lockFile} is a folder: move it away.`);
  const format = given.text("format");
  const isCheck = given.flag("check");
  // `--check` trusts nothing; a build that does not know itself (run from its sources) would not notice that it changed.
  const identity = format === "text" && !isCheck ? build() : undefined;
  const isElsewhere = given.text("out") !== undefined;
  const memory = identity ? memoryOf({ build: identity, environments, project, out, isElsewhere }) : noMemory(project);
  const again = await memory.again();
  if (again) {
    world.out(`${again.said}${writtenAgain(again, { environments, out }, world)}\n`);
    return 0;
  }
  // Loaded only here: it takes longer than all else where nothing has changed.
  const { compileWhole } = await import("../compile-whole.js");
  const isWatch = given.flag("watch");
  return compileWhole({ project, lockFile, environments, out, isElsewhere, format, isCheck, isWatch }, memory, world);
}
