import type { Report } from "../diagnostics/report.js";
import { columnOf } from "../expression/facts.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkColumns, seenColumns, typedColumns } from "./link-columns.js";
import { columnsThatPass, linkExpectations, linkWhere } from "./link-conditions.js";
import { linkDeletes } from "./link-deletes.js";
import { linkExcept } from "./link-except.js";
import { linkHistory, validityOf } from "./link-history.js";
import { linkNulls } from "./link-nulls.js";
import { isColumn, quoted, whole } from "./link-parts.js";
import type { Column, NamedExpression } from "./linked.js";
import type { LinkedLanded, LinkedMerged } from "./linked-landings.js";
import type { MergedTable } from "./merged-table.js";
import type { Named } from "./parts.js";

/** Types the clauses of a table with `apply_changes`. Undefined if one has an error. */
export function linkApplyChanges(
  table: MergedTable,
  pipeline: string,
  input: LinkedLanded | undefined,
  report: Report,
): LinkedMerged | undefined {
  const strays = forbidden.filter((clause) => table.origin.child(clause).isWritten);
  for (const clause of strays)
    report.add(landingDiagnostics.besideChanges.at(table.origin.child(clause).key(), { clause }));
  if (input === undefined) return undefined;
  const isWholeJson = input.table.format === "json" && input.source.reading.kind === "full";
  if (isWholeJson) {
    const details = { source: `sources.${input.source.source.name}`, table: `${table.layer}.${table.name}` };
    report.add(landingDiagnostics.snapshotOfJson.at(table.changes.origin.key(), details));
    return undefined;
  }
  const read = input.source.columns;
  const except = linkExcept(table, read, report);
  const made = linkColumns(table, read, except === "broken" ? [] : (except ?? []), report);
  const seen = seenColumns(made);
  const where = linkWhere(table, seen, report);
  const written = linkExpectations(table, seen, report);
  const output = columnsThatPass(seen, where, written);
  const [columns, expectations] = [typedColumns(made), whole(written)];
  const { sequenceBy } = table.changes;
  const keys = table.changes.keys ?? keysOf(table, columns === "broken" ? [] : columns, input);
  const areKnown = [...keys, ...sequenceBy]
    .map((column) => isColumn(column, quoted(table), seen, report))
    .every(Boolean);
  if (columns === "broken" || expectations === "broken" || where === "broken" || except === "broken") return undefined;
  const areKeys = areKnown && checkKeys(table, keys, columns, input, report);
  const isOrder = areKnown && checkSequence(table, columns, output, input, report);
  const history = linkHistory(table, keys, output, input.source, report);
  const deletes = linkDeletes(table, input.source, report);
  const areValues = history === "broken" || linkNulls(table, keys, output, input.source, report);
  if (!areKeys || !isOrder || !areValues || history === "broken" || deletes === "broken" || strays.length > 0)
    return undefined;
  return {
    ...{ kind: "merged", pipeline, table, input, columns, where, expectations, history, deletes },
    output: history ? [...output, ...validityOf(table.changes.origin)] : output,
    keys: keys.map(({ name }) => name),
    key: [...keys.map(({ name }) => name), ...(history ? ["valid_from"] : [])],
    sequenceBy: sequenceBy.map(({ name }) => name),
  };
}

const forbidden = [
  ...(["union", "explode", "materialize", "watermark", "deduplicate", "late_rows", "join", "window"] as const),
  ...(["group_by", "aggregates", "write", "partition_by", "on_schema_change", "streaming", "engine"] as const),
];

/** The columns that pass one of the source's on as it is. */
const carriers = (columns: readonly NamedExpression[], above: string): readonly string[] =>
  columns.filter(({ expression }) => columnOf(expression) === above).map(({ name }) => name);

/** The columns that pass on those of the primary key, as far as there are such. */
const keysOf = (
  { changes: { origin } }: MergedTable,
  columns: readonly NamedExpression[],
  { source }: LinkedLanded,
): readonly Named[] =>
  source.key.flatMap((column) => carriers(columns, column).slice(0, 1)).map((name) => ({ name, origin }));

/** Whether the keys are the primary key, each of its columns once. */
function checkKeys(
  { changes: { origin } }: MergedTable,
  keys: readonly Named[],
  columns: readonly NamedExpression[],
  { source }: LinkedLanded,
  report: Report,
): boolean {
  if (source.key.length === 0) {
    const details = { source: `sources.${source.source.name}` };
    report.add(landingDiagnostics.missingPrimaryKey.at(origin.child("keys"), details));
    return false;
  }
  const passed = source.key.map((column) => ({ column, by: carriers(columns, column) }));
  const chosen = passed.map(({ by }) => keys.find(({ name }) => by.includes(name))?.name);
  if (chosen.every((name) => name !== undefined) && chosen.length === keys.length) return true;
  const expected = passed.map(({ by }, at) => chosen[at] ?? by[0] ?? "");
  const lost = passed.filter(({ by }) => by.length === 0).map(({ column }) => column);
  const details = { source: `sources.${source.source.name}`, expected, lost };
  report.add(landingDiagnostics.keysNotPrimary.at(origin.child("keys"), details));
  return false;
}

/** Whether what is larger in the database is later here, and every row has its place. */
function checkSequence(
  { changes }: MergedTable,
  columns: readonly NamedExpression[],
  output: readonly Column[],
  { source }: LinkedLanded,
  report: Report,
): boolean {
  const [first, ...others] = changes.sequenceBy;
  const from = `sources.${source.source.name}`;
  const at = changes.origin.child("sequence_by");
  if (source.reading.kind === "full") {
    if (first) report.add(landingDiagnostics.sequenceOfSnapshots.at(at.key(), { source: from }));
    return first === undefined;
  }
  const cursor = source.reading.kind === "incremental" ? source.reading.cursor.name : undefined;
  const by = cursor === undefined ? [] : carriers(columns, cursor);
  const carrier = by[0] ?? cursor;
  if (first === undefined)
    report.add(landingDiagnostics.missingSequence.at(changes.origin.key(), { source: from, cursor: carrier }));
  const begins = first !== undefined && (cursor === undefined || by.includes(first.name));
  if (first && !begins && cursor !== undefined)
    report.add(landingDiagnostics.sequenceNotCursor.at(at, { source: from, cursor, carrier: by[0] }));
  const nullable = (cursor === undefined ? changes.sequenceBy : others).filter(
    ({ name }) => output.find((column) => column.name === name)?.nullable,
  );
  for (const { name, origin } of nullable) report.add(landingDiagnostics.sequenceNullable.at(origin, { column: name }));
  return begins && nullable.length === 0;
}
