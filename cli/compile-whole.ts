import { causesOf, classOf } from "../compiler/lock/change-class.js";
import type { Change } from "../compiler/lock/next-lock.js";
import { compileProject } from "./compile-project.js";
import { hasErrors, printFindings } from "./findings.js";
import { lockChanges } from "./lock-changes.js";
import { isLockWritten } from "./output/lock-file.js";
import type { Memory } from "./output/memory.js";
import { checkOutput, writeOutput } from "./output/output.js";
import { seenFrom } from "./project.js";
import { type Outcome, type Refusal, refused } from "./refusal.js";
import type { World } from "./world.js";

/** What `sluice compile` was asked for. */
export interface CompileRequest {
  /** The project's folder. */
  readonly project: string;
  /** Where its lock is written. */
  readonly lockFile: string;
  /** Those that are compiled; none for all. */
  readonly environments: readonly string[];
  /** The output folder. */
  readonly out: string;
  /** `out` was named: the lock is not written. */
  readonly isElsewhere: boolean;
  readonly format: string | undefined;
  /** Nothing is written; it is said what would be. */
  readonly isCheck: boolean;
  readonly isWatch: boolean;
}

/** Compiles all of a project, prints what was found, and writes what it compiles to, where nothing of it is an error. */
export async function compileWhole(
  { project, lockFile, environments, out, isElsewhere, format, isCheck, isWatch }: CompileRequest,
  memory: Memory,
  world: World,
): Promise<Outcome> {
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
  if (isWatch && lock?.changes.some(({ kind }) => kind === "removed")) return perhapsSaving(lock.changes);

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
