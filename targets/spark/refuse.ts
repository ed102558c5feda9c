import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Report } from "../../compiler/diagnostics/report.js";
import type { ViewInput } from "../../compiler/ir/input.js";
import { viewsRead } from "../../compiler/ir/inputs.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { IntervalJoinQuery, WindowsQuery } from "../../compiler/ir/query.js";
import type { Origin } from "../../compiler/source/origin.js";
import { sparkDiagnostics } from "./diagnostics.js";
import { impossibleLogins } from "./refuse-logins.js";

/** Reports what Spark or a store behind it cannot express; true if there is anything. */
export function refuse(project: ProjectIr, report: Report): boolean {
  const queries = project.jobs.flatMap((job) => job.queries);
  const found = queries.flatMap((query) => {
    if (query.kind === "windows" && query.beside.length > 0)
      return [sparkDiagnostics.rowClausesBesideWindow.at(firstOf(query), { clauses: query.beside })];
    if (query.kind === "interval-join" && query.beside.length > 0)
      return [
        sparkDiagnostics.clausesBesideIntervalJoin.at(firstOf(query), {
          join: query.join.name,
          clauses: query.beside,
        }),
      ];
    if (query.kind === "windows") return viewsRead(query.input).flatMap((view) => uncounted(view, query.origin));
    if (query.kind !== "documents") return [];
    const { columns, reference: table } = query.input.table;
    return columns
      .filter(({ name }) => ["id", "ttl"].includes(name.toLowerCase()))
      .map(({ name: column }) =>
        sparkDiagnostics.documentPropertyTaken.at(query.origin.child("from"), { table, column }),
      );
  });
  const all = [...found, ...impossibleLogins(project), ...collisions(project)];
  for (const diagnostic of all) report.add(diagnostic);
  return all.length > 0;
}

/** The first of the clauses that cannot stand beside the one that the query is of: `where`, `join.other`. */
const firstOf = ({ origin, beside: [first = ""] }: IntervalJoinQuery | WindowsQuery): Origin =>
  origin.child(...first.split(".")).key();

/** A view that leaves rows out, or makes several of one, where no batch of them is seen. */
function uncounted({ reference, explode, where, drops }: ViewInput, at: Origin): readonly Diagnostic[] {
  const clauses = [
    ...(explode ? ["explode"] : []),
    ...(where ? ["where"] : []),
    ...(drops.length > 0 ? ["expect"] : []),
  ];
  return clauses.length === 0
    ? []
    : [sparkDiagnostics.viewUnderWindow.at(at.child("window").key(), { view: reference, clauses })];
}

/**
 * Notebooks whose names are one where a workspace has no folders: `a/gold_b` and a job's own file `a_gold_b`. One of Synapse does not
 * tell letters' cases apart. https://learn.microsoft.com/azure/data-factory/naming-rules
 */
function collisions({ jobs, spark }: ProjectIr): readonly Diagnostic[] {
  const taken = new Map<string, string>([["common", "the project's module"]]);
  const named = jobs.flatMap((job) => [
    { name: job.name, owner: `pipeline '${job.name}'`, origin: job.origin.child("pipeline") },
    { name: `${job.name}_tables`, owner: `the tables of '${job.name}'`, origin: job.origin.child("pipeline") },
    ...(job.isOfFlow
      ? [{ name: `${job.name}_batch`, owner: `the runs of '${job.name}'`, origin: job.origin.child("pipeline") }]
      : []),
    ...job.queries.map(({ id, origin }) => ({
      name: id.replaceAll(/[/.]/g, "_"),
      owner: `'${id}'`,
      origin: origin.key(),
    })),
  ]);
  return named.flatMap(({ name, owner, origin }) => {
    const key = spark === "synapse" ? name.toLowerCase() : name;
    const other = taken.get(key);
    taken.set(key, owner);
    return other === undefined ? [] : [sparkDiagnostics.sameNotebook.at(origin, { name, other })];
  });
}
