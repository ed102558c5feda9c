import { type Expression, printType, type Select, type SqlType, type View } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { type Column, duckName, duckType, isText, type Scope, translator, type Value } from "./translate-expression.js";

/** The rows of a Delta table as a statement reads them. */
export interface Relation {
  /** By which the statement knows them. */
  readonly relation: string;
  readonly source: string;
  readonly path: string;
  readonly columns: readonly {
    readonly name: string;
    readonly kind: SqlType["kind"];
    readonly type: string;
    readonly length: number | null;
  }[];
}

/** A statement for DuckDB, and what it reads. */
export interface Translated {
  readonly duck: string;
  readonly columns: readonly { readonly name: string; readonly type: SqlType }[];
  readonly relations: readonly Relation[];
}

/** A SELECT in T-SQL as DuckDB computes it, over views that are statements themselves. Throws `NotKnown`. */
export function translate(select: Select, views: readonly View[]): Translated {
  const relations: Relation[] = [];
  const { duck, columns } = translated(select);
  return { duck, relations, columns: columns.map(({ name, type }) => ({ name, type })) };

  function translated(one: Select): { readonly duck: string; readonly columns: readonly Column[] } {
    const { from, scope } = rowset(one);
    const { value, condition } = translator(scope);
    const isGrouped = one.groupBy.length > 0 || (one.columns ?? []).some(({ expression }) => isAggregate(expression));
    const keys = one.groupBy.map((key) => {
      if (key.kind === "number" || key.kind === "text" || key.kind === "wide")
        throw new NotKnown("GROUP BY takes no constant, nor the place of a column: write its name.");
      return value(key);
    });
    const columnOf = (expression: Expression): Value => {
      if (!isGrouped) return value(expression);
      if (isAggregate(expression)) return aggregate(expression, value);
      const found = value(expression);
      if (!keys.some(({ duck }) => duck === found.duck))
        throw new NotKnown("A column beside an aggregate must stand in GROUP BY.");
      return isText(found.type) ? { ...found, duck: `min(${found.duck})` } : found;
    };
    if (isGrouped && one.columns === undefined) throw new NotKnown("* with GROUP BY is not known here.");
    const shown = (
      one.columns ??
      scope.columns.map(({ name }) => ({ name, expression: { kind: "column", of: undefined, name } as const }))
    ).map(({ name, expression }, at) => ({ ...columnOf(expression), name: name ?? `column ${at + 1}` }));
    const names = shown.map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) throw new NotKnown(`'${twice}' stands twice in SELECT.`);
    const order = one.orderBy.map(({ expression, isDescending }) => {
      const alias =
        expression.kind === "column" && expression.of === undefined
          ? shown.find(({ name }) => name === expression.name)
          : undefined;
      const by = alias ?? columnOf(expression);
      return `${sortable(by)} ${isDescending ? "DESC NULLS LAST" : "ASC NULLS FIRST"}`; // null is the least
    });
    const text = [
      `SELECT ${one.isDistinct ? "DISTINCT " : ""}${shown.map(({ duck, name }) => `${duck} AS ${duckName(name)}`).join(", ")}`,
      `FROM ${from} AS ${duckName(scope.alias)}`,
      ...(one.where ? [`WHERE ${condition(one.where)}`] : []),
      ...(keys.length > 0 ? [`GROUP BY ${keys.map(padless).join(", ")}`] : []),
      ...(order.length > 0 ? [`ORDER BY ${order.join(", ")}`] : []),
      ...(one.top === undefined ? [] : [`LIMIT ${one.top}`]),
    ].join(" ");
    if (one.isDistinct && shown.some(({ type }) => isText(type)))
      throw new NotKnown("DISTINCT of texts is not known here: T-SQL takes no notice of trailing spaces.");
    return { duck: text, columns: shown.map((column) => ({ ...column, duck: duckName(column.name) })) };
  }

  function rowset({ from }: Select): { readonly from: string; readonly scope: Scope } {
    if (from.kind === "delta") {
      const relation = `delta_${relations.length}`;
      const columns = from.columns.map(({ name, type }) => ({
        name,
        kind: type.kind,
        type: duckType(type),
        length: "length" in type && type.length !== "max" ? type.length : null,
      }));
      relations.push({ relation, source: from.source, path: from.bulk, columns });
      return {
        from: relation,
        scope: {
          alias: from.alias,
          columns: from.columns.map((column) => ({ ...column, duck: reached(from.alias, column.name) })),
        },
      };
    }
    const view = views.find(({ schema, name }) => schema === from.schema && name === from.name);
    if (view === undefined) {
      const there = views.map(({ schema, name }) => `${schema}.${name}`).join(", ");
      throw new NotKnown(`There is no view ${from.schema}.${from.name}; there are: ${there}.`);
    }
    const inner = translated(view.select);
    return {
      from: `(${inner.duck})`,
      scope: {
        alias: from.alias,
        columns: inner.columns.map((column) => ({ ...column, duck: reached(from.alias, column.name) })),
      },
    };
  }
}

const reached = (alias: string, column: string): string => `${duckName(alias)}.${duckName(column)}`;

const aggregates: ReadonlySet<string> = new Set(["COUNT", "MIN", "MAX", "SUM"]);

const isAggregate = (expression: Expression): expression is Expression & { readonly kind: "call" } =>
  expression.kind === "call" && aggregates.has(expression.name);

function aggregate(
  { name, arguments: given, isOfRows }: Expression & { readonly kind: "call" },
  value: (of: Expression) => Value,
): Value {
  if (name === "COUNT" && isOfRows) return { duck: "CAST(count(*) AS INTEGER)", type: { kind: "int" } };
  const [first, second] = given;
  if (first === undefined || second !== undefined) throw new NotKnown(`${name} takes one value.`);
  const { duck, type } = value(first);
  if (name === "COUNT") return { duck: `CAST(count(${duck}) AS INTEGER)`, type: { kind: "int" } };
  if (name === "SUM") {
    if (type.kind === "int" || type.kind === "bigint") return { duck: `CAST(sum(${duck}) AS ${duckType(type)})`, type };
    if (type.kind !== "decimal") throw new NotKnown(`SUM of ${printType(type)} is not known here.`);
    const wide = { ...type, precision: 38 };
    return { duck: `CAST(sum(${duck}) AS ${duckType(wide)})`, type: wide };
  }
  if (["varchar", "nvarchar", "varbinary", "bit"].includes(type.kind))
    throw new NotKnown(`${name} of ${printType(type)} is not known here.`);
  return { duck: `${name.toLowerCase()}(${duck})`, type };
}

/** Texts that differ by the spaces at their ends are one group; which of them is shown T-SQL leaves open, here the shortest. */
const padless = ({ duck, type }: Value): string => (isText(type) ? `rtrim(${duck}, ' ')` : duck);

/** Texts by their code points, as if the shorter one had spaces at its end. */
function sortable({ duck, type }: Value): string {
  if (type.kind !== "varchar") return duck;
  if (type.length === "max") throw new NotKnown("ORDER BY a text of any length is not known here.");
  return `rpad(${duck}, ${type.length}, ' ')`;
}
