import type { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import type { Expression, Scope, ScopeColumn } from "../expression/expression.js";
import { provenNotNull } from "../expression/facts.js";
import { type DataType, printType } from "../expression/type.js";
import type { Origin } from "../source/origin.js";
import { reportRepeats } from "./columns.js";
import { modelDiagnostics } from "./diagnostics.js";
import { linkExplode, withElement } from "./link-explode.js";
import { columnsOfGroups, groupColumns, linkGrouping } from "./link-grouping.js";
import { inputColumns } from "./link-input.js";
import { isPairing, keyOfPairs, linkInterval, watermarkOfPairs } from "./link-interval.js";
import { linkJoins } from "./link-join.js";
import { condition, isColumn } from "./link-parts.js";
import { checkElements, checkStored, checkView } from "./link-view.js";
import { carrierOf, inheritedWatermark } from "./link-watermark.js";
import type {
  Column,
  LinkedExpectation,
  LinkedGrouping,
  LinkedInput,
  LinkedTable,
  LinkedWatermark,
  LinkedWindows,
  NamedExpression,
} from "./linked.js";
import type { Named, NonEmpty } from "./parts.js";
import type { Table } from "./table.js";

/** Types a table's clauses in the order in which they apply. Undefined if what its readers see cannot be said. */
export function linkTable(
  table: Table,
  pipeline: string,
  inputs: NonEmpty<LinkedInput>,
  joined: readonly LinkedTable[],
  report: Report,
): LinkedTable | undefined {
  const name = `'${table.layer}.${table.name}'`;
  const input = inputColumns(table, inputs, report);
  if (input === undefined) return undefined;
  const isOfSteps = checkView(table, report);
  const isCountable = checkElements(table, inputs, report);
  const isOfStored = checkStored(table, inputs, report);
  const explode = table.explode && linkExplode(table.explode, input, report);
  const columns = linkColumns(table, table.explode ? withElement(input, table.explode, explode) : input, report);
  const scope: readonly ScopeColumn[] = columns.map(({ name: column, expression }) =>
    expression ? { name: column, type: expression.type, nullable: expression.nullable } : poisonedColumn(column),
  );
  const conditions = { columns: scope, aggregates: "forbidden" } as const;
  const where = table.where && condition(table.where, { ...conditions, clause: "where" }, report);
  const expectations = table.expectations.flatMap(({ name: rule, that, otherwise }): readonly LinkedExpectation[] => {
    const expression = condition(that, { ...conditions, clause: "expect" }, report);
    return expression ? [{ name: rule, expression, otherwise }] : [];
  });
  const watermark = linkWatermark(table, name, columns, scope, inputs, report);
  const keys = table.deduplicate?.keys.filter((key) => isColumn(key, name, scope, report)).map((key) => key.name);
  const known = columns.filter(
    (column): column is NamedExpression & { origin: Origin } => column.expression !== undefined,
  );
  const checked = [
    ...(where ? [where] : []),
    ...expectations.filter(({ otherwise }) => otherwise !== "warn").map(({ expression }) => expression),
  ];
  const sure = new Set(checked.flatMap(provenNotNull));
  const rows = known.map(
    (column): Column => ({
      name: column.name,
      origin: column.origin,
      type: column.expression.type,
      nullable: column.expression.nullable && !sure.has(column.name),
    }),
  );
  const typed = new Map(rows.map((row) => [row.name, row]));
  const withTypes = scope.map((column) => typed.get(column.name) ?? column);
  const { joins: linked, scope: withJoined } = linkJoins(table, name, withTypes, joined, report);
  const joins = linked.filter((join) => join !== undefined);
  const pairing = table.storage.write === "append" ? joins.find(isPairing) : undefined;
  const interval = pairing && linkInterval(table, pairing, watermark, inputs, report);
  const grouping = linkGrouping(table, name, withJoined, report);
  const windows = linkWindows(table, name, grouping, withJoined, report);
  const isBroken =
    !isOfSteps ||
    !isCountable ||
    !isOfStored ||
    (table.explode !== undefined && explode === undefined) ||
    known.length < columns.length ||
    expectations.length < table.expectations.length ||
    (table.where !== undefined && where === undefined) ||
    joins.length < linked.length ||
    (pairing !== undefined && interval === undefined) ||
    (table.watermark !== undefined && watermark === undefined) ||
    keys?.length !== table.deduplicate?.keys.length;
  if (isBroken || windows === "broken" || grouping === "broken") return undefined; // what this table promises is not known: its readers stay silent
  const all = [...rows, ...joins.flatMap((join) => join.columns)];
  const output = windows ? windowColumns(windows, all) : grouping ? columnsOfGroups(grouping, all) : all;
  if (windows ?? grouping) reportRepeats(output, report);
  const key = keyOf(table, keys, watermark, columns, inputs);
  return {
    kind: "table",
    pipeline,
    table,
    inputs,
    explode,
    columns: known,
    where,
    expectations,
    watermark: interval ? watermarkOfPairs(interval) : watermark,
    deduplicate: table.deduplicate && keys && { keys, origin: table.deduplicate.origin },
    lateRows: table.lateRows,
    joins,
    interval,
    windows,
    grouping: windows ? undefined : grouping,
    rows,
    output,
    key: windows
      ? ["window_start", ...windows.groupBy]
      : (grouping?.groupBy ?? (interval ? keyOfPairs(key, interval) : key)),
  };
}

/**
 * What tells two rows apart: the keys by which repeats were removed, if event time is one of them (else a repeat may come
 * once the watermark has passed the first); or the input's key, as long as its columns are passed on and each of its rows
 * is one row here.
 */
function keyOf(
  { explode }: Table,
  keys: readonly string[] | undefined,
  watermark: LinkedWatermark | undefined,
  columns: readonly LinkedColumn[],
  inputs: NonEmpty<LinkedInput>,
): readonly string[] | undefined {
  if (keys) return watermark && keys.includes(watermark.column) ? keys : undefined;
  const [input, ...others] = inputs;
  const isRowByRow = explode === undefined && others.length === 0;
  const offered = input.kind === "table" ? input.key : input.source.position.key;
  const above = isRowByRow ? offered : undefined;
  const here = above?.map((key) => carrierOf(columns, key));
  const kept = here?.filter((name) => name !== undefined);
  return kept !== undefined && kept.length === here?.length ? kept : undefined;
}

interface LinkedColumn {
  readonly name: string;
  readonly origin: Origin;
  readonly expression: Expression | undefined;
}

function linkColumns(table: Table, input: readonly Column[], report: Report): readonly LinkedColumn[] {
  const scope: Scope = {
    columns: input,
    aggregates: "forbidden",
    clause: table.columns?.mode === "added" ? "with_columns" : "columns",
  };
  const written = (table.columns?.expressions ?? []).map(({ name, text, origin }) => ({
    name,
    origin,
    expression: analyze(text, origin, scope, report),
  }));
  const isRewritten = (name: string): boolean =>
    written.some((column) => column.name.toLowerCase() === name.toLowerCase());
  const kept =
    table.columns?.mode === "exactly"
      ? []
      : input
          .filter(({ name }) => !isRewritten(name))
          .map((column) => passedOn(column, table.inputs[0].origin, scope, report));
  const all = [...kept, ...written];
  reportRepeats(all, report);
  return all;
}

const passedOn = ({ name, origin }: Column, from: Origin, scope: Scope, report: Report): LinkedColumn => ({
  name,
  origin,
  expression: analyze(`\`${name}\``, from, scope, report),
});

function linkWatermark(
  table: Table,
  name: string,
  columns: readonly LinkedColumn[],
  scope: readonly ScopeColumn[],
  inputs: NonEmpty<LinkedInput>,
  report: Report,
): LinkedWatermark | undefined {
  if (table.watermark !== undefined) {
    const { column, delay, ahead, origin } = table.watermark;
    return isTimestamp(column, name, "watermark", scope, report)
      ? {
          origin,
          column: column.name,
          delay,
          ahead,
          isInherited: false,
          decidesLateRows: table.lateRows.isChosen || table.deduplicate !== undefined,
          declaredIn: `${table.layer}.${table.name}`,
          isOfSeveral: false,
        }
      : undefined;
  }
  return inheritedWatermark(table, inputs, columns);
}

function linkWindows(
  table: Table,
  name: string,
  grouping: LinkedGrouping | undefined | "broken",
  scope: readonly ScopeColumn[],
  report: Report,
): LinkedWindows | undefined | "broken" {
  if (table.window === undefined) return undefined;
  const { column, cut, origin } = table.window;
  const timeIsRight = isTimestamp(column, name, "window", scope, report);
  if (!timeIsRight || grouping === "broken") return "broken";
  return { groupBy: [], aggregates: [], ...grouping, origin, column: column.name, cut };
}

/** `window_start`, `window_end`, the keys, the aggregates. */
function windowColumns(windows: LinkedWindows, rows: readonly Column[]): readonly Column[] {
  const bound = (name: string): Column => ({
    name,
    origin: windows.origin,
    type: { kind: "timestamp" } satisfies DataType,
    nullable: false,
  });
  return [bound("window_start"), bound("window_end"), ...groupColumns(windows, rows)];
}

function isTimestamp(
  column: Named,
  table: string,
  clause: string,
  scope: readonly ScopeColumn[],
  report: Report,
): boolean {
  if (!isColumn(column, table, scope, report)) return false;
  const found = scope.find(({ name }) => name === column.name);
  if (found === undefined || found.poisoned || found.type.kind === "timestamp") return true;
  report.add(
    modelDiagnostics.notATimestamp.at(column.origin, { column: column.name, type: printType(found.type), clause }),
  );
  return false;
}

const poisonedColumn = (name: string): ScopeColumn => ({
  name,
  type: { kind: "null" },
  nullable: true,
  poisoned: true,
});
