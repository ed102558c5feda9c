import type { Report } from "../diagnostics/report.js";
import { ungroupable } from "../expression/print/transact-aggregates.js";
import type { DedicatedTable } from "./dedicated.js";
import { dedicatedDiagnostics } from "./dedicated-diagnostics.js";
import { isColumn } from "./link-parts.js";
import { connectionTo } from "./link-source.js";
import type { LinkedDedicated, LinkedExposure } from "./linked.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";

type Shown = Omit<LinkedExposure, "dedicated">;

/** The table of a dedicated SQL pool that is loaded with what is seen; undefined: none is. `broken`: it has an error, which was reported. */
export function linkDedicated(shown: Shown, project: Project, report: Report): LinkedDedicated | "broken" | undefined {
  const { dedicated: table, name, as } = shown.exposure;
  if (table === undefined) return undefined;
  const connection = connectionTo(table.connection, "dedicated-sql-pool", project, report);
  const isOfFiles = as === "cetas";
  if (!isOfFiles) report.add(dedicatedDiagnostics.withoutFiles.at(table.origin.key(), { table: name }));
  const areFit = [hashFits(table, shown, report), indexFits(table, shown, report)].every(Boolean);
  const key = keyOf(shown);
  const isMerged = table.write === "replace" || mergeFits(table, shown, key, report);
  return connection && isOfFiles && areFit && isMerged ? { connection, table, key } : "broken";
}

/** Whether the column by which rows are distributed is one, and never null; reported if not. */
function hashFits({ distribution }: DedicatedTable, shown: Shown, report: Report): boolean {
  if (distribution.kind !== "hash") return true;
  const { column } = distribution;
  if (!isShown(column, shown, report)) return false;
  const found = expressionOf(column, shown);
  const table = shown.exposure.name;
  if (found?.nullable) report.add(dedicatedDiagnostics.nullHash.at(column.origin, { table, column: column.name }));
  const because = found && ungroupable(found.type);
  if (because)
    report.add(dedicatedDiagnostics.unequalColumn.at(column.origin, { table, column: column.name, because }));
  return found !== undefined && !found.nullable && because === undefined;
}

/** Whether the columns of an index are such, and short; reported if not. */
function indexFits({ index }: DedicatedTable, shown: Shown, report: Report): boolean {
  if (index.kind !== "clustered") return true;
  const table = shown.exposure.name;
  const fits = index.columns.map((column, at) => {
    if (!isShown(column, shown, report)) return false;
    const isTwice = index.columns.slice(0, at).some(({ name }) => name === column.name);
    if (isTwice) report.add(dedicatedDiagnostics.twiceInIndex.at(column.origin, { table, column: column.name }));
    const kind = expressionOf(column, shown)?.type.kind;
    const isLong = kind === "string" || kind === "binary";
    if (isLong) report.add(dedicatedDiagnostics.longIndex.at(column.origin, { table, column: column.name }));
    return !isTwice && !isLong;
  });
  return fits.every(Boolean);
}

/** Whether rows can be found by their key, in the distribution where they stand; reported if not. */
function mergeFits(
  { distribution, origin }: DedicatedTable,
  shown: Shown,
  key: readonly string[] | undefined,
  report: Report,
): boolean {
  const table = shown.exposure.name;
  const place = origin.child("write");
  if (distribution.kind !== "hash") {
    report.add(dedicatedDiagnostics.mergeWithoutHash.at(place, { table }));
    return false;
  }
  if (key === undefined) {
    report.add(dedicatedDiagnostics.mergeWithoutKey.at(place, { table }));
    return false;
  }
  const { column } = distribution;
  const isOfKey = key.includes(column.name);
  if (!isOfKey) report.add(dedicatedDiagnostics.hashOutsideKey.at(column.origin, { table, column: column.name, key }));
  const unequal = key.flatMap((name) => {
    const found = expressionOf({ name }, shown);
    const because = found && ungroupable(found.type);
    return because === undefined ? [] : [{ name, because }];
  });
  for (const { name, because } of unequal)
    report.add(dedicatedDiagnostics.unequalColumn.at(place, { table, column: name, because }));
  return isOfKey && unequal.length === 0;
}

/** What tells groups apart, or, of rows, the table's key, if all of it is shown. */
function keyOf({ groups, table, columns }: Shown): readonly string[] | undefined {
  if (groups) return groups.by.length > 0 ? groups.by : undefined;
  const key = table.kind === "exposed-landing" ? undefined : table.key; // files that landed have rows more than once
  const shown = (key ?? []).map(
    (of) =>
      columns.find(
        ({ expression: { node } }) => node.kind === "column" && node.name === of && node.relation === undefined,
      )?.name,
  );
  const names = shown.flatMap((name) => name ?? []);
  return names.length > 0 && names.length === shown.length ? names : undefined;
}

const isShown = (column: Named, { exposure, columns }: Shown, report: Report): boolean =>
  isColumn(column, `'${exposure.name}'`, columns, report);

const expressionOf = ({ name }: Pick<Named, "name">, { columns }: Shown) =>
  columns.find((column) => column.name === name)?.expression;
