import { checks } from "./checks/checks.js";
import type { Diagnostic } from "./diagnostics/diagnostic.js";
import { Report } from "./diagnostics/report.js";
import type { Artifact } from "./emit/artifact.js";
import type { Target } from "./emit/target.js";
import type { Host } from "./host.js";
import { factsOf } from "./ir/facts.js";
import type { ProjectIr } from "./ir/ir.js";
import { lower } from "./ir/lower.js";
import { checkBackfill } from "./lock/check-backfill.js";
import { checkRenamed } from "./lock/check-renamed.js";
import { type Change, nextLock } from "./lock/next-lock.js";
import { printLock } from "./lock/print-lock.js";
import { readLock } from "./lock/read-lock.js";
import { link } from "./model/link.js";
import type { LinkedProject } from "./model/linked.js";
import { normalize } from "./model/normalize.js";
import { readSpec } from "./spec/spec.js";

export interface CompileResult {
  /** Sorted; if any is an error there are no artifacts. */
  readonly diagnostics: readonly Diagnostic[];
  /** Sorted by path. */
  readonly artifacts: readonly Artifact[];
  /** What `sluice.lock` is to be, and why; only where there is no error. The artifacts are made with it. */
  readonly lock?: { readonly text: string; readonly changes: readonly Change[] };
  /** What the compiler understood, for those who explain it; only where there is no error. */
  readonly understood?: { readonly linked: LinkedProject; readonly ir: ProjectIr };
}

export interface CompileOptions {
  /** Only these environments' artifacts are made (all are checked); default all. */
  readonly environments?: readonly string[];
  /** False: all that can be wrong is found, and no artifact is made. Printing reports nothing, so nothing is missed. */
  readonly print?: boolean;
}

/**
 * Compiles a project.
 *
 * ```
 *  sluice.yaml + pipelines/**.yaml
 *         │ read        text → Spec (what was written, with places; held against the JSON Schemas)
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
export function compile(host: Host, targets: readonly Target[], options: CompileOptions = {}): CompileResult {
  const report = new Report();
  const refused = (): CompileResult => ({ diagnostics: report.sorted(), artifacts: [] });

  const spec = readSpec(host, report);
  const model = spec && normalize(spec, report);
  const linked = model && link(model, report);
  if (linked) for (const check of checks) check(linked, report);
  const locked = readLock(host, report);
  if (linked === undefined || locked === undefined || report.hasErrors) return refused();

  const queries = factsOf(linked);
  checkBackfill(locked, queries, report);
  checkRenamed(locked, queries, report);
  const { lock, changes } = nextLock(locked, queries);
  const ir = lower(linked, lock);
  const built = targets.map((target) => target.build(ir, report));
  if (report.hasErrors) return refused();

  const artifacts = options.print === false ? [] : built.flatMap((resources) => resources?.print() ?? []);
  const wanted = artifacts.filter(isWanted(options)).sort(byPath);
  return {
    diagnostics: report.sorted(),
    artifacts: wanted,
    lock: { text: printLock(lock), changes },
    understood: { linked, ir },
  };
}

const isWanted =
  ({ environments }: CompileOptions) =>
  ({ path }: Artifact): boolean => {
    const [root, environment = ""] = path.split("/");
    return root !== "env" || environments === undefined || environments.includes(environment);
  };

const byPath = (a: Artifact, b: Artifact): number => (a.path < b.path ? -1 : 1);
