import { statSync } from "node:fs";
import { resolve } from "node:path";
import { causesOf, classOf } from "../../compiler/lock/change-class.js";
import { lockPath } from "../../compiler/lock/lock.js";
import type { Change } from "../../compiler/lock/next-lock.js";
import type { Arguments } from "../arguments.js";
import { compileProject } from "../compile-project.js";
import { entryAt } from "../entry.js";
import { hasErrors, printFindings } from "../findings.js";
import { lockChanges } from "../lock-changes.js";
import { inTheWayOf } from "../make-folder.js";
import { isLockWritten } from "../output/lock-file.js";
import { memoryOf, noMemory } from "../output/memory.js";
import { checkOutput, writeChanged, writeOutput } from "../output/output.js";
import { projectFolder, seenFrom } from "../project.js";
import { misused, type Outcome, type Refusal, refused } from "../refusal.js";
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
  const known = memory.known();
  if (known) {
    const done = writeChanged(known, { environments, out }, world);
    world.out(`${known.said}${done}\n`);
    known.keep();
    return 0;
  }

  const compiled = compileProject(project, environments, memory.host);
  if ("kind" in compiled) return compiled;
  const { diagnostics, lock, understood } = compiled;
  await printFindings(
    diagnostics,
    format,
    seenFrom(world, project),
    world,
    lock && { lock: lock.changes.map(withClass) },
  );
  if (hasErrors(diagnostics)) return 1;
  if (given.flag("watch") && lock?.changes.some(({ kind }) => kind === "removed")) return perhapsSaving(lock.changes);

  const write = isCheck ? checkOutput : writeOutput;
  // Artifacts for elsewhere are no reason to write a generation down.
  const beside = lock && (isCheck || !isElsewhere) ? { lock: { path: lockFile, text: lock.text } } : {};
  // Where the lock had to be written, another compilation would have to write it: the lock may be put back.
  const isWritten = beside.lock === undefined || isLockWritten(beside.lock);
  const done = await write({ artifacts: compiled.print(), environments, out, ...beside }, world);
  if (typeof done !== "string") return done;
  const said = understood ? lockChanges(lock?.changes ?? [], understood.ir, !isElsewhere) : "";
  if (format === "text") world.out(`${said}${done}\n`);
  if (isWritten && diagnostics.length === 0) memory.keep(said);
  return 0;
}

/**
 * A file that is being saved is empty for a moment, or not there at all. What is written then says in the lock that its queries are no
 * longer made, and they begin again from nothing when they are back.
 */
function perhapsSaving(changes: readonly Change[]): Refusal {
  const names = changes.flatMap(({ id, kind }) => (kind === "removed" ? [id] : []));
  return refused(
    `Nothing was written: ${names.join(", ")} would no longer be made. --watch cannot know whether a file is only being saved. If they are to go, run 'sluice compile'.`,
  );
}

/** A change of the lock with what the table of changes says of it. */
const withClass = (change: Change): object =>
  change.kind === "replay"
    ? { ...change, class: classOf(change.query, change), rows: causesOf(change.query, change).map(({ row }) => row.id) }
    : change;
