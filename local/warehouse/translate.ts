import type { CsvForm, Expression, FilesFormat, Rowset, Select, SqlType, View } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { aggregate, hasAggregate, isAggregate, padless } from "./translate-aggregates.js";
import { type Membership, translator } from "./translate-expression.js";
import { fieldsOf } from "./translate-fields.js";
import { type Column, duckName, duckType, isText, type Scope, type Value } from "./value.js";

/** The rows of a Delta table, or of files of Parquet, as a statement reads them. */
export interface Relation {
  /** By which the statement knows them. */
  readonly relation: string;
  readonly format: FilesFormat;
  readonly source: string;
  readonly path: string;
  /** Further folders, whose rows come with those of the first. */
  readonly more: readonly string[];
  readonly csv: CsvForm | null;
  readonly columns: readonly {
    readonly name: string;
    readonly place: number | null;
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
  /** The roles whose members see something else than others. */
  readonly roles: readonly string[];
}

/** A SELECT in T-SQL as DuckDB computes it for who asks, over views that are statements themselves. Throws `NotKnown`. */
export function translate(select: Select, views: readonly View[], asks: Membership = new Map()): Translated {
  const relations: Relation[] = [];
  const roles = new Set<string>();
  const isMember = (role: string): boolean | undefined => {
    roles.add(role);
    return asks.get(role);
  };
  const { duck, columns } = translated(select);
  return { duck, relations, columns: columns.map(({ name, type }) => ({ name, type })), roles: [...roles] };

  /** `outer`: the rows for each of which there are others. */
  function translated(
    one: Select,
    outer: readonly Scope[] = [],
  ): { readonly duck: string; readonly columns: readonly Column[] } {
    const { from, scopes } = rowsets(one, outer);
    const { value, condition } = translator(scopes, isMember);
    const isGrouped = one.groupBy.length > 0 || (one.columns ?? []).some(({ expression }) => hasAggregate(expression));
    const keys = one.groupBy.map((key) => {
      if (key.kind === "number" || key.kind === "text" || key.kind === "wide")
        throw new NotKnown("GROUP BY takes no constant, nor the place of a column: write its name.");
      return value(key);
    });
    const columnOf = isGrouped ? translator(scopes, isMember, ofGroup(keys, value)).value : value;
    if (isGrouped && one.columns === undefined) throw new NotKnown("* with GROUP BY is not known here.");
    const shown = (
      one.columns ??
      scopes.flatMap(({ alias, columns }) =>
        columns.map(({ name }) => ({ name, expression: { kind: "column", of: alias, name } as const })),
      )
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
      `FROM ${from}`,
      ...(one.where ? [`WHERE ${condition(one.where)}`] : []),
      ...(keys.length > 0 ? [`GROUP BY ${keys.map(padless).join(", ")}`] : []),
      ...(order.length > 0 ? [`ORDER BY ${order.join(", ")}`] : []),
      ...(one.top === undefined ? [] : [`LIMIT ${one.top}`]),
    ].join(" ");
    if (one.isDistinct && shown.some(({ type }) => isText(type)))
      throw new NotKnown("DISTINCT of texts is not known here: T-SQL takes no notice of trailing spaces.");
    return { duck: text, columns: shown.map(({ json: _, ...column }) => ({ ...column, duck: duckName(column.name) })) };
  }

  /** What a statement reads: rows, and those that are joined to them. */
  function rowsets(
    { from: first, joins, applied }: Select,
    outer: readonly Scope[],
  ): { readonly from: string; readonly scopes: readonly Scope[] } {
    const { from, scope } = rowset(first, outer);
    const scopes = [scope];
    const texts = [`${from} AS ${duckName(scope.alias)}`];
    for (const { isLeft, rows, on } of joins) {
      const other = rowset(rows, []);
      const { alias } = other.scope;
      put(other.scope, scopes);
      const how = isLeft ? "LEFT JOIN" : "INNER JOIN";
      texts.push(`${how} ${other.from} AS ${duckName(alias)} ON ${translator(scopes, isMember).condition(on)}`);
    }
    for (const { select, alias } of applied) {
      const other = inner(select, alias, [...scopes]);
      put(other.scope, scopes);
      texts.push(`CROSS JOIN LATERAL ${other.from} AS ${duckName(alias)}`);
    }
    return { from: texts.join(" "), scopes };
  }

  function rowset(from: Rowset, outer: readonly Scope[]): { readonly from: string; readonly scope: Scope } {
    if (from.kind === "rows") return inner(from.select, from.alias);
    if (from.kind === "fields") return fieldsOf(translator(outer, isMember).value(from.text), from.alias);
    if (from.kind === "files") {
      const relation = `files_${relations.length}`;
      const columns = from.columns.map(({ name, type, place }) => ({
        name,
        place: place ?? null,
        kind: type.kind,
        type: duckType(type),
        length: "length" in type && type.length !== "max" ? type.length : null,
      }));
      relations.push({
        relation,
        format: from.format,
        source: from.source,
        path: from.bulk,
        more: from.more ?? [],
        csv: from.csv ?? null,
        columns,
      });
      return {
        from: relation,
        scope: {
          alias: from.alias,
          columns: from.columns.map((column) => ({
            ...column,
            duck: reached(from.alias, column.name),
            ...(from.format === "lines" && { json: jsonOf(from.alias) }),
          })),
          ...(from.bulk.includes("*/") && { folder: reached(from.alias, "folder ") }),
        },
      };
    }
    const view = views.find(({ schema, name }) => schema === from.schema && name === from.name);
    if (view === undefined) {
      const there = views.map(({ schema, name }) => `${schema}.${name}`).join(", ");
      throw new NotKnown(`There is no view ${from.schema}.${from.name}; there are: ${there}.`);
    }
    return inner(view.select, from.alias);
  }

  function inner(
    select: Select,
    alias: string,
    outer: readonly Scope[] = [],
  ): { readonly from: string; readonly scope: Scope } {
    const { duck, columns } = translated(select, outer);
    return {
      from: `(${duck})`,
      scope: { alias, columns: columns.map((column) => ({ ...column, duck: reached(alias, column.name) })) },
    };
  }
}

/** Adds rows to those that an expression may use. */
function put(scope: Scope, scopes: Scope[]): void {
  if (scopes.some((one) => one.alias.toLowerCase() === scope.alias.toLowerCase()))
    throw new NotKnown(`Two rows are called '${scope.alias}'.`);
  scopes.push(scope);
}

/** What is read of each line beside the line. */
const jsonOf = (alias: string) => ({ fields: reached(alias, "fields "), is: reached(alias, "is json ") });

/** Of a group: its aggregates, and what it has by `keys`. A text of those is one of several where they differ by the spaces at their ends. */
const ofGroup =
  (keys: readonly Value[], value: (node: Expression) => Value) =>
  (node: Expression): Value | undefined => {
    if (isAggregate(node)) return aggregate(node, value);
    if (hasAggregate(node) || keys.length === 0) return unlessColumn(node);
    const found = keys.find(({ duck }) => duck === duckOf(node, value));
    if (found === undefined) return unlessColumn(node);
    return isText(found.type) ? { ...found, duck: `min(${found.duck})` } : found;
  };

function unlessColumn(node: Expression): undefined {
  if (node.kind === "column") throw new NotKnown("A column beside an aggregate must stand in GROUP BY.");
}

/** Undefined: it is no value of a row by itself, as a NULL is. */
function duckOf(node: Expression, value: (node: Expression) => Value): string | undefined {
  return node.kind === "null" ? undefined : value(node).duck;
}

const reached = (alias: string, column: string): string => `${duckName(alias)}.${duckName(column)}`;

/** Texts by their code points, as if the shorter one had spaces at its end. */
function sortable({ duck, type }: Value): string {
  if (type.kind !== "varchar") return duck;
  if (type.length === "max") throw new NotKnown("ORDER BY a text of any length is not known here.");
  return `rpad(${duck}, ${type.length}, ' ')`;
}
