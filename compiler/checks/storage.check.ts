import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { columnOf, provenNotEmpty } from "../expression/facts.js";
import { type DataType, printType } from "../expression/type.js";
import { modelDiagnostics } from "../model/diagnostics.js";
import { isOfColumns } from "../model/files.js";
import type { LinkedLookup, LinkedRaw, LinkedTable } from "../model/linked.js";
import type { Named } from "../model/parts.js";
import { isReplaced } from "../model/replaced.js";
import type { Check } from "./check.js";
import { checkDiagnostics, type PartitionColumn } from "./diagnostics.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** A table can stand in the lake as it is declared to. */
export const storage: Check = (project, report) => {
  for (const raw of project.pipelines.flatMap(({ tables }) => tables).filter((table) => table.kind === "raw"))
    columnsOfRaw(raw, report);
  for (const linked of tablesOf(project)) {
    const { table, output, windows, interval } = linked;
    const { partitionBy, onSchemaChange } = table.storage;
    for (const column of partitionBy) partitionable(column, linked, report);
    if (partitionBy.length > 0 && output.every(({ name }) => partitionBy.some((column) => column.name === name)))
      report.add(checkDiagnostics.partitionEverything.at(table.origin.child("partition_by"), {}));
    if ((windows || interval) && !isReplaced(linked) && onSchemaChange === "add") {
      const rows = windows ? "windows" : "pairs";
      report.add(checkDiagnostics.schemaOfState.at(table.origin.child("on_schema_change"), { rows }));
    }
  }
};

/** Bodies, lines and records have the same columns whatever is declared of what they hold. */
function columnsOfRaw(raw: LinkedRaw, report: Report): void {
  const { table, source } = raw;
  const written = table.origin.child("on_schema_change");
  if (written.isWritten && !isOfColumns(source.source))
    report.add(checkDiagnostics.schemaOfBodies.at(written.key(), { table: referenceOf(raw), source: table.from.name }));
}

function partitionable({ name, origin }: Named, linked: LinkedTable, report: Report): void {
  const names = linked.output.map((column) => column.name);
  const type = linked.output.find((column) => column.name === name)?.type;
  if (type === undefined) {
    const details = { column: name, table: `'${referenceOf(linked)}'`, suggestion: closest(name, names) };
    report.add(modelDiagnostics.unknownColumn.at(origin, details));
  } else if (type.kind === "timestamp") {
    report.add(checkDiagnostics.partitionPerInstant.at(origin, { column: name }));
  } else if (!isFolderName(type)) {
    report.add(checkDiagnostics.partitionType.at(origin, { column: name, type: printType(type) }));
  } else if (type.kind === "string" && !isNeverEmpty(name, linked)) {
    report.add(checkDiagnostics.partitionEmptyText.at(origin, { column: name, made: madeIn(name, linked) }));
  }
}

const isFolderName = ({ kind }: DataType): boolean => ["string", "boolean", "int", "bigint", "date"].includes(kind);

/** Whether conditions can be written on a column here, on the column that was looked up, or only on the finished rows. */
function madeIn(column: string, linked: LinkedTable): PartitionColumn {
  if (isAggregate(column, linked)) return "in a group";
  for (const { columns, table } of linked.joins) {
    const of = columns.find(({ name }) => name === column)?.of;
    if (of !== undefined) return { of, lookedUpIn: referenceOf(table), isOfGroup: isAggregate(of, table) };
  }
  return "in a row";
}

const isAggregate = (column: string, linked: LinkedLookup): boolean =>
  linked.kind === "table" &&
  [...(linked.grouping?.aggregates ?? []), ...(linked.windows?.aggregates ?? [])].some(({ name }) => name === column);

/** A condition here, or on the column of the table that it comes from, excludes the empty text. */
function isNeverEmpty(column: string, linked: LinkedTable): boolean {
  const seen = new Map<LinkedLookup, Set<string>>(); // tables that are reached by several ways are looked at once
  const next: { readonly column: string; readonly linked: LinkedLookup }[] = [{ column, linked }];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const { columns } = at.linked;
    const { inputs, joins } = at.linked.kind === "table" ? at.linked : { inputs: [], joins: [] };
    const name = at.column;
    const known = seen.get(at.linked) ?? new Set();
    if (known.has(name)) continue;
    seen.set(at.linked, known.add(name));
    if (isAggregate(name, at.linked)) return false; // conditions are on the rows before
    const lookedUp = joins.flatMap((join) =>
      join.columns.filter((one) => one.name === name).map(({ of }) => ({ column: of, linked: join.table })),
    );
    next.push(...lookedUp);
    if (lookedUp.length > 0 || excludesEmpty(at.linked, name)) continue;
    const made = columns.find((one) => one.name === name);
    const above = made && columnOf(made.expression);
    if (above === undefined || at.linked.kind === "merged") return false; // what lands may be empty
    for (const input of inputs) {
      if (input.kind === "raw" || input.kind === "landed") return false;
      next.push({ column: above, linked: input });
    }
  }
  return true;
}

const excludesEmpty = (
  { where, expectations }: Pick<LinkedTable, "where" | "expectations">,
  column: string,
): boolean => {
  const kept = expectations.filter(({ otherwise }) => otherwise !== "warn").map(({ expression }) => expression);
  return [...(where ? [where] : []), ...kept].some((condition) => provenNotEmpty(condition).includes(column));
};
