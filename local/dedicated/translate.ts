import type { Expression, SqlType } from "../warehouse/syntax.js";
import { printType } from "../warehouse/syntax.js";
import { NotKnown } from "../warehouse/tokens.js";
import { translator } from "../warehouse/translate-expression.js";
import { duckName, duckType, type Scope, type Value } from "../warehouse/value.js";
import { parseCopy } from "./parse-load.js";
import { printDefinition } from "./parse-table.js";
import type {
  Guard,
  LoadProcedure,
  Merge,
  PoolScript,
  Step,
  TableColumn,
  TableDefinition,
  TableName,
} from "./syntax.js";

/** What is done in DuckDB, one after another; what fails ends it. Of `if` all must hold. */
export type Command =
  | { readonly kind: "run"; readonly if: readonly Guard[]; readonly statement: string }
  /** Stops where the statement has a row. */
  | { readonly kind: "refuse"; readonly statement: string; readonly error: string }
  | { readonly kind: "compare"; readonly table: TableName; readonly definition: string; readonly error: string }
  | {
      readonly kind: "copy";
      readonly table: TableName;
      readonly folder: string;
      readonly columns: readonly {
        readonly name: string;
        readonly place: number;
        readonly kind: SqlType["kind"];
        readonly type: string;
        readonly length: number | null;
      }[];
    };

/** What a script does but for its procedures. Throws `NotKnown`. */
export function scriptCommands({ schemas, steps }: PoolScript): readonly Command[] {
  const made = schemas.map((schema) => run([], `CREATE SCHEMA IF NOT EXISTS ${duckName(schema)}`));
  return [...made, ...steps.flatMap((step) => commandsOf(step, steps, () => unreachable()))];
}

function unreachable(): never {
  throw new NotKnown("Files are loaded by procedures.");
}

/** What a procedure does for the files of a run; `folderOf`: where a folder of the lake is on this machine. Throws `NotKnown`. */
export function loadCommands(
  { steps }: LoadProcedure,
  script: PoolScript,
  name: string,
  folderOf: (url: string) => string,
): readonly Command[] {
  const known = [...script.steps, ...steps];
  return steps.flatMap((step) =>
    commandsOf(step, known, () => {
      if (step.kind !== "copy") throw new NotKnown("Nothing else is loaded.");
      const { into, columns, folder } = parseCopy(step.text(name));
      const table = definitionOf(into, known);
      const places = columns.map(({ place }) => place);
      if (new Set(columns.map((column) => column.name)).size < columns.length || new Set(places).size < places.length)
        throw new NotKnown("A column is loaded twice.");
      return {
        kind: "copy",
        table: into,
        folder: folderOf(folder),
        columns: columns.map((column) => {
          const { type } = columnOf(table, column.name);
          const length = "length" in type && type.length !== "max" ? type.length : null;
          return { ...column, kind: type.kind, type: duckType(type), length };
        }),
      };
    }),
  );
}

function commandsOf(step: Step, known: readonly Step[], copy: () => Command): readonly Command[] {
  switch (step.kind) {
    case "drop":
      return [run(step.if, `DROP TABLE ${tableName(step.table)}`)];
    case "rename":
      return [run(step.if, `ALTER TABLE ${tableName(step.table)} RENAME TO ${duckName(step.to)}`)];
    case "create": {
      const columns = step.table.columns.map(
        ({ name, type, isNullable }) => `${duckName(name)} ${duckType(type)}${isNullable ? "" : " NOT NULL"}`,
      );
      const definition = `'${printDefinition(step.table).replaceAll("'", "''")}'`;
      const table = tableName(step.table);
      // The catalogue's words for it that DuckDB has none for; both in one statement, as the pool has one.
      const both = `BEGIN; CREATE TABLE ${table} (${columns.join(", ")}); COMMENT ON TABLE ${table} IS ${definition}; COMMIT`;
      return [run(step.if, both)];
    }
    case "compare": {
      const { table, error } = step;
      const declared = definitionOf(
        table,
        known.filter(({ kind }) => kind === "create"),
      );
      if (printDefinition(declared) !== printDefinition(table))
        throw new NotKnown(`${table.name} is compared with another table than the one that is made.`);
      return [{ kind: "compare", table: nameOf(table), definition: printDefinition(table), error }];
    }
    case "copy":
      return [copy()];
    case "merge":
      return mergeCommands(step, known);
  }
}

/** A row that several match is not changed twice: the pool stops. https://learn.microsoft.com/sql/t-sql/statements/merge-transact-sql */
function mergeCommands(merge: Merge, known: readonly Step[]): readonly Command[] {
  const [into, from] = [definitionOf(merge.into, known), definitionOf(merge.from, known)];
  if (!into.stored.startsWith("hash("))
    throw new NotKnown("Rows are merged into tables that are distributed by a hash.");
  if (merge.target.toLowerCase() === merge.source.toLowerCase()) throw new NotKnown("Both tables have one name.");
  const scopes = [scopeOf(merge.target, into), scopeOf(merge.source, from)];
  const ofSource = scopes.slice(1);
  const { insert, matched } = merge;
  const set = (matched?.set ?? []).map(
    ({ column, value }) => `${duckName(column)} = ${stored(into, column, value, scopes)}`,
  );
  const values = insert.columns.map((column, at) => {
    const value = insert.values[at];
    if (value === undefined) throw new NotKnown("There is no value for a column.");
    return stored(into, column, value, ofSource);
  });
  const twice = [insert.columns, matched?.set.map(({ column }) => column) ?? []].find(
    (columns) => new Set(columns).size < columns.length,
  );
  if (twice) throw new NotKnown("A column is given two values.");
  const pair = `${tableName(merge.into)} AS ${duckName(merge.target)}`;
  const other = `${tableName(merge.from)} AS ${duckName(merge.source)}`;
  const on = conditionOf(merge.on, scopes);
  const update = matched
    ? ` WHEN MATCHED AND ${conditionOf(matched.and, scopes)} THEN UPDATE SET ${set.join(", ")}`
    : "";
  const others = merge.deletesOthers ? " WHEN NOT MATCHED BY SOURCE THEN DELETE" : "";
  return [
    {
      kind: "refuse",
      statement: `SELECT 1 FROM ${pair} JOIN ${other} ON ${on} GROUP BY ${duckName(merge.target)}.rowid HAVING count(*) > 1`,
      error: "The MERGE statement attempted to change the same row more than once.",
    },
    run(
      [],
      `MERGE INTO ${pair} USING ${other} ON ${on}${update} WHEN NOT MATCHED BY TARGET THEN INSERT (${insert.columns
        .map(duckName)
        .join(", ")}) VALUES (${values.join(", ")})${others}`,
    ),
  ];
}

/** A value that a column of the same type is given. */
function stored(table: TableDefinition, column: string, value: Expression, scopes: readonly Scope[]): string {
  const { type } = columnOf(table, column);
  const found = translator(scopes, noRole).value(value);
  if (printType(found.type) !== printType(type))
    throw new NotKnown(`${printType(found.type)} for the column '${column}' of ${printType(type)} is not known here.`);
  return found.duck;
}

/** Of texts and bytes lengths are compared, too: they are equal whatever spaces, or zeros, stand at their ends. */
function conditionOf(node: Expression, scopes: readonly Scope[]): string {
  const { value } = translator(scopes, noRole);
  const lengths = (one: Expression): Value | undefined => {
    if (one.kind !== "call" || one.name !== "DATALENGTH" || one.isOfRows || one.isDistinct) return undefined;
    const [of, ...more] = one.arguments;
    if (of === undefined || more.length > 0) return undefined;
    const { duck, type } = value(of);
    if (type.kind === "varbinary") return { duck: `octet_length(${duck})`, type: { kind: "int" } };
    if (type.kind !== "nvarchar") return undefined;
    const pairs = `length(regexp_replace(${duck}, '[^\\x{10000}-\\x{10FFFF}]', '', 'g'))`;
    return { duck: `(2 * (length(${duck}) + ${pairs}))`, type: { kind: "int" } };
  };
  const padded = scopes.map((scope) => ({
    ...scope,
    columns: scope.columns.map((column) =>
      column.type.kind === "varbinary"
        ? { ...column, duck: `regexp_replace(hex(${column.duck}), '(00)+$', '')`, type: textOfBytes }
        : column,
    ),
  }));
  return translator(padded, noRole, lengths).condition(node);
}

/** Nothing of a load depends on who asks. */
const noRole = (): undefined => undefined;

/** As a text, which is compared likewise. */
const textOfBytes: SqlType = { kind: "varchar", length: "max" };

const scopeOf = (alias: string, { columns }: TableDefinition): Scope => ({
  alias,
  columns: columns.map(({ name, type }) => ({ name, type, duck: `${duckName(alias)}.${duckName(name)}` })),
});

function definitionOf({ schema, name }: TableName, known: readonly Step[]): TableDefinition {
  const found = known.find(
    (step) => step.kind === "create" && step.table.schema === schema && step.table.name === name,
  );
  if (found?.kind !== "create") throw new NotKnown(`There is no table ${schema}.${name}.`);
  return found.table;
}

function columnOf({ name: table, columns }: TableDefinition, name: string): TableColumn {
  const found = columns.find((column) => column.name === name);
  if (found === undefined) throw new NotKnown(`${table} has no column '${name}'.`);
  return found;
}

const run = (guards: readonly Guard[], statement: string): Command => ({
  kind: "run",
  if: guards.map(({ table, isThere }) => ({ table: nameOf(table), isThere })),
  statement,
});

const nameOf = ({ schema, name }: TableName): TableName => ({ schema, name });

const tableName = ({ schema, name }: TableName): string => `${duckName(schema)}.${duckName(name)}`;
