import { keyedCalls } from "../../../compiler/expression/keyed.js";
import { printIdentifier as quoted } from "../../../compiler/expression/print/identifier.js";
import { printSpark } from "../../../compiler/expression/print-spark.js";
import { printType } from "../../../compiler/expression/type.js";
import type { LinkedGrouping, LinkedInput, LinkedTable, NamedExpression } from "../../../compiler/model/linked.js";

/** The rows of a table as its clauses say, as a statement over its inputs, each of which is a view with its name. */
export function statementOf(table: LinkedTable): string {
  const read = inputsOf(table);
  const { explode, where, grouping, windows } = table;
  const element = explode && `explode(${printSpark(explode.expression)}) AS ${quoted(explode.name)}`;
  const exploded = element ? `SELECT *, ${element} FROM (${read})` : read;
  const made = `SELECT ${table.columns.map(named).join(", ")} FROM (${exploded})`;
  const kept = where ? `SELECT * FROM (${made}) WHERE ${printSpark(where)}` : made;
  const rows = table.joins.reduce(
    (sql, join) =>
      `SELECT l.*, ${join.columns.map(({ name, of }) => `r.${quoted(of)} AS ${quoted(name)}`).join(", ")} ` +
      `FROM (${sql}) l LEFT JOIN ${viewOf(join.table)} r ON l.id <=> r.id`,
    kept,
  );
  const groups = windows ?? grouping;
  return cleared(table, groups ? grouped(groups, windows?.column, rows) : rows);
}

/** What the columns of a table hash, and the hashes, as views of the same inputs. */
export function hashesOf(table: LinkedTable): readonly (readonly [view: string, statement: string])[] {
  const { explode } = table;
  const element = explode && `explode(${printSpark(explode.expression)}) AS ${quoted(explode.name)}`;
  const rows = element ? `SELECT *, ${element} FROM (${inputsOf(table)})` : inputsOf(table);
  return table.columns.flatMap(({ name, expression: { node, origin } }) =>
    keyedCalls(node).flatMap((call, at) => {
      const [value] = call.arguments;
      if (value === undefined) return [];
      const [plain, hash] = [value, call].map((part) => printSpark({ node: part, origin }));
      const view = `hashes_${viewOf(table)}_${name}_${at}`;
      return [[view, `SELECT ${plain} AS value, ${hash} AS hash FROM (${rows})`] as const];
    }),
  );
}

export const viewOf = ({ table }: LinkedInput): string => `${table.layer}_${table.name}`;

function inputsOf({ inputs }: LinkedTable): string {
  const [first] = inputs;
  const names = first.kind === "table" ? first.output.map(({ name }) => quoted(name)).join(", ") : "*";
  return inputs.map((input) => `SELECT ${names} FROM ${viewOf(input)}`).join(" UNION ALL ");
}

function grouped({ groupBy, aggregates }: LinkedGrouping, time: string | undefined, rows: string): string {
  const window = time === undefined ? [] : [`window(${quoted(time)}, '1 hour')`];
  const bounds = window.flatMap((one) => [`${one}.start AS window_start`, `${one}.end AS window_end`]);
  const keys = groupBy.map(quoted);
  const by = [...window, ...keys];
  const columns = [...bounds, ...keys, ...aggregates.map(named)].join(", ");
  return `SELECT ${columns} FROM (${rows}) ${by.length > 0 ? `GROUP BY ${by.join(", ")}` : ""}`;
}

const named = ({ name, expression }: NamedExpression): string => `${printSpark(expression)} AS ${quoted(name)}`;

/** What is declassified may be anything, so nothing of it is to be found behind. */
function cleared({ table, output }: LinkedTable, sql: string): string {
  const names = table.declassify.map(({ column }) => column.name);
  const columns = output.map(({ name, type }) =>
    names.includes(name) ? `CAST(NULL AS ${printType(type)}) AS ${quoted(name)}` : quoted(name),
  );
  return `SELECT ${columns.join(", ")} FROM (${sql})`;
}
