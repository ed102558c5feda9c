import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Prepared, prepare } from "../../compiler/compile.js";
import { Report } from "../../compiler/diagnostics/report.js";
import type { Host } from "../../compiler/host.js";
import { keptRow } from "../../compiler/lock/change-class.js";
import { clausePlace } from "../../compiler/lock/clause-place.js";
import type { DeclaredQuery } from "../../compiler/lock/declared-query.js";
import { type Lock, lockPath } from "../../compiler/lock/lock.js";
import { nextLock } from "../../compiler/lock/next-lock.js";
import { readLock } from "../../compiler/lock/read-lock.js";
import { writtenDifferences } from "../../compiler/lock/written.js";
import type { Origin } from "../../compiler/source/origin.js";
import type { Arguments } from "../arguments.js";
import { type ChangeReport, reportsOf } from "../change-report.js";
import { changeLines, differenceText } from "../change-text.js";
import { compileProject } from "../compile-project.js";
import { hasErrors, printFindings } from "../findings.js";
import { gitHost } from "../git-host.js";
import { type MovedReport, moved, movedLines } from "../moved.js";
import { projectFolder, seenFrom } from "../project.js";
import { misused, type Outcome, type Refusal, refused } from "../refusal.js";
import { reshaped } from "../reshaped.js";
import type { World } from "../world.js";

/** `sluice diff`: what has become of each query since a lock or a commit, and why. Writes nothing. */
export async function run(given: Arguments, world: World): Promise<Outcome> {
  const project = projectFolder(given, world);
  if (typeof project !== "string") return project;
  const prepared = compileProject(project, []);
  if ("kind" in prepared) return prepared;
  const { understood } = prepared;
  if (hasErrors(prepared.diagnostics) || understood === undefined) {
    await printFindings(prepared.diagnostics, "text", seenFrom(world, project), world);
    return refused("The project has errors.");
  }
  const against = given.text("against");
  const before = beforeOf(project, against, world, understood);
  if ("kind" in before) return before;

  const seen = (place: Origin): Place => ({
    file: `${seenFrom(world, project)}${place.file.path}`,
    line: place.start.line,
  });
  const anew = reportsOf(nextLock(before.lock, understood.queries).changes, understood.ir);
  // What goes on is still stopped where its table or its place does not fit.
  const changed = new Set(anew.filter((one) => one.class !== "new checkpoint, continue").map(({ id }) => id));
  const reports = [...anew, ...(before.project ? reshaped(before.project.ir, understood.ir, changed) : [])];
  const byId = new Map(understood.queries.map((query) => [query.id, query]));
  const told = reports.map((report) => ({ ...report, places: placesOf(report, byId.get(report.id), seen) }));
  const inPlace = before.project === undefined ? [] : keptOf(before.project.queries, understood.queries, reports, seen);
  const places = before.project ? moved(before.project.ir, understood.ir, understood.queries, changed) : [];
  const text = given.text("format") === "json" ? json : lines;
  world.out(text({ changes: told, inPlace, places, isWhole: before.project !== undefined }));
  return 0;
}

interface Before {
  readonly lock: Lock;
  /** What was written then; undefined: only the lock is known. */
  readonly project: Understood | undefined;
}

type Understood = NonNullable<Prepared["understood"]>;

/** What is compared with: the project's lock, another file that is a lock, or a commit. */
function beforeOf(
  project: string,
  against: string | undefined,
  world: World,
  { locked }: Understood,
): Before | Refusal {
  if (against === undefined) return { lock: locked, project: undefined };
  const file = resolve(world.cwd, against);
  if (existsSync(file) && statSync(file).isFile()) {
    const lock = lockOf({ read: () => readFileSync(file, "utf8"), list: () => [] });
    return lock === undefined ? misused(`${against} is no sluice.lock.`) : { lock, project: undefined };
  }
  const host = gitHost(project, against);
  if (typeof host === "string") return misused(host);
  if (host.read("sluice.yaml") === undefined) return misused(`In '${against}' there is no such project.`);
  const lock = lockOf(host);
  if (lock === undefined) return refused(`The ${lockPath} of '${against}' cannot be read.`);
  const was = prepare(host, []);
  if (was.understood === undefined) {
    const codes = [...new Set(was.diagnostics.flatMap((one) => (one.severity === "error" ? [one.code] : [])))];
    return refused(
      `In '${against}' the project has errors (${codes.join(", ")}). Compare with its lock as a file: 'git -C ${seenFrom(world, project) || "."} show ${against}:./${lockPath} > old.lock', then the same with '--against old.lock'.`,
    );
  }
  // What was not compiled then had no checkpoint of its own; what was changed after its lock was written counts as it was written.
  return { lock: nextLock(lock, was.understood.queries).lock, project: was.understood };
}

const lockOf = (host: Host): Lock | undefined => readLock(host, new Report());

interface Place {
  readonly file: string;
  readonly line: number;
}

type Seen = (place: Origin) => Place;

/** Where each cause is written, by its clause. */
function placesOf({ causes }: ChangeReport, query: DeclaredQuery | undefined, seen: Seen): ReadonlyMap<string, Place> {
  if (query === undefined) return new Map();
  return new Map(causes.map(({ clause }) => [clause, seen(clausePlace(query, clause))]));
}

interface Kept {
  readonly id: string;
  readonly clause: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly row: string;
  readonly reason: string;
  readonly place: Place;
}

/** What is written otherwise of queries that go on with their checkpoints. */
function keptOf(
  before: readonly DeclaredQuery[],
  now: readonly DeclaredQuery[],
  changed: readonly ChangeReport[],
  seen: Seen,
): readonly Kept[] {
  const was = new Map(before.map((query) => [query.id, query]));
  const ids = new Set(changed.map(({ id }) => id));
  return now.flatMap((query) => {
    const old = was.get(query.id);
    if (old === undefined || ids.has(query.id)) return [];
    return writtenDifferences(old, query).map(({ place, ...difference }) => {
      const row = keptRow(query.kind, difference.clause);
      return { id: query.id, ...difference, row: row.id, reason: row.reason, place: seen(place) };
    });
  });
}

interface Told {
  readonly changes: readonly (ChangeReport & { readonly places: ReadonlyMap<string, Place> })[];
  readonly inPlace: readonly Kept[];
  readonly places: readonly MovedReport[];
  /** Changes in place and the values of environments are known too. */
  readonly isWhole: boolean;
}

function lines({ changes, inPlace, places, isWhole }: Told): string {
  const shown = (place: Place | undefined) => place && `${place.file}:${place.line}`;
  const kept = [...new Set(inPlace.map(({ id }) => id))].flatMap((id) => [
    `${id}: in place`,
    ...inPlace
      .filter((one) => one.id === id)
      .flatMap((one) => [`  because of ${differenceText(one)} (${shown(one.place)})`, `    ${one.reason}`]),
  ]);
  const all = [
    ...changes.flatMap((report) => changeLines(report, (clause) => shown(report.places.get(clause)))),
    ...places.flatMap(movedLines),
    ...kept,
  ];
  const note = isWhole
    ? []
    : [
        "A lock does not know what changes in place, nor the places of environments: compare with a commit to see that too.",
      ];
  return `${[...(all.length === 0 ? ["No query begins anew."] : all), ...note].join("\n")}\n`;
}

function json({ changes, inPlace, places, isWhole }: Told): string {
  const value = {
    changes: changes.map(({ places: written, causes, ...report }) => ({
      ...report,
      causes: causes.map(({ row, ...difference }) => ({
        ...difference,
        ...{ row: row.id, spark: row.spark, reason: row.reason, stricter: row.stricter },
        ...written.get(difference.clause),
      })),
    })),
    places: isWhole ? places : null,
    in_place: isWhole ? inPlace.map(({ place, ...one }) => ({ ...one, ...place })) : null,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
