import { checks } from "./checks/checks.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { Report } from "./diagnostics/report.js";
import type { Artifact } from "./emit/artifact.js";
import type { Target } from "./emit/target.js";
import type { Host } from "./host.js";
import { factsOf } from "./ir/facts.js";
import { Ids } from "./ir/ids.js";
import type { ProjectIr } from "./ir/ir.js";
import { lower } from "./ir/lower.js";
import { checkBackfill } from "./lock/check-backfill.js";
import { checkRenamed } from "./lock/check-renamed.js";
import type { DeclaredQuery } from "./lock/declared-query.js";
import type { Lock } from "./lock/lock.js";
import { type Change, nextLock } from "./lock/next-lock.js";
import { printLock } from "./lock/print-lock.js";
import { readLock } from "./lock/read-lock.js";
import { link } from "./model/link.js";
import type { LinkedProject } from "./model/linked.js";
import { normalize } from "./model/normalize.js";
import { readSpec } from "./spec/spec.js";

/** A project of which all that can be wrong has been said. */
export interface Prepared {
  /** Sorted; if any is an error there are no artifacts. */
  readonly diagnostics: readonly Diagnostic[];
  /** Makes the artifacts, each when it is taken: all of them together are most of what compiling holds in memory. */
  print(): Iterable<Artifact>;
  /** What `sluice.lock` is to be, and why; only where there is no error. The artifacts are made with it. */
  readonly lock?: { readonly text: string; readonly changes: readonly Change[] };
  /** What the compiler understood, for those who explain it; only where there is no error. */
  readonly understood?: {
    readonly linked: LinkedProject;
    readonly ir: ProjectIr;
    /** What the lock is told of. */
    readonly queries: readonly DeclaredQuery[];
    /** The lock as it was. */
    readonly locked: Lock;
  };
}

export interface CompileResult extends Omit<Prepared, "print"> {
  /** Sorted by path. */
  readonly artifacts: readonly Artifact[];
}

export interface CompileOptions {
  /** Only these environments' artifacts are made (all are checked); default all. */
  readonly environments?: readonly string[];
  /** What messages tell of days to come begins then, and artifacts do not depend on it; default a day of the past. */
  readonly now?: Date;
}

const someDay = new Date("2026-01-01T00:00:00Z");

/** Compiles a project, with all artifacts in memory. */
export const compile = (host: Host, targets: readonly Target[], options: CompileOptions = {}): CompileResult =>
  printed(prepare(host, targets, options));

export function printed({ print, ...found }: Prepared): CompileResult {
  return { ...found, artifacts: [...print()].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/**
 * Compiles a project up to the artifacts, which can be printed but not fail any more.
 *
 * ```
 *  sluice.yaml + pipelines/**.yaml + schemas/**.yaml
 *         │ read        text → Spec (what was written, with places; what stands for several tables expanded; held against
 *         │             the JSON Schemas)
 *         │ normalize   Spec → Model (what was meant: every default filled, one form for each thing)
 *         │ link        names → declarations; expressions parsed and typed, with column lineage
 *         │ check       rules over the linked model; they only report
 *         │ lock        linked model + sluice.lock → the lock to come: the identity of each query's checkpoint
 *         │ lower       linked model + lock → IR (engine-neutral: tables, queries, jobs)
 *         │ build       each target: IR → its own typed resources; here it refuses what it cannot express
 *         ▼ print       resources → artifacts (total)
 *    common/…  env/<name>/…
 * ```
 *
 * An error in any phase means that not one artifact is made.
 */
export function prepare(host: Host, targets: readonly Target[], options: CompileOptions = {}): Prepared {
  const report = new Report();
  const refused = (): Prepared => {
    if (!report.hasErrors) throw new Error("A project was refused without a reason");
    return { diagnostics: report.sorted(), print: () => [] };
  };

  const spec = readSpec(host, report);
  const model = spec && normalize(spec, report);
  const linked = model && link(model, report);
  if (linked) for (const check of checks) check(linked, report, options.now ?? someDay);
  const locked = readLock(host, report);
  if (linked === undefined || locked === undefined || report.hasErrors) return refused();

  const ids = new Ids(linked, locked, report);
  if (report.hasErrors) return refused();
  const queries = factsOf(linked, ids);
  checkBackfill(locked, queries, report);
  checkRenamed(locked, queries, report);
  const { lock, changes } = nextLock(locked, queries);
  const ir = lower(linked, ids, lock);
  const built = targets.map((target) => target.build(ir, report));
  if (report.hasErrors) return refused();

  return {
    diagnostics: report.sorted(),
    *print() {
      for (const resources of built)
        for (const artifact of resources?.print() ?? []) if (isWanted(artifact, options)) yield artifact;
    },
    lock: {
      changes,
      get text() {
        return printLock(lock);
      },
    },
    understood: { linked, ir, queries, locked },
  };
}

function isWanted({ path }: Artifact, { environments }: CompileOptions): boolean {
  if (environments === undefined) return true;
  const [root, environment = ""] = path.split("/");
  return root !== "env" || environments.includes(environment);
}
