import { dedicatedTypeOf } from "../../compiler/expression/print/dedicated-types.js";
import {
  joined,
  name,
  number,
  plain,
  type Transact,
  text,
  transact,
} from "../../compiler/expression/print/transact.js";
import { loadProcedureOf } from "../../compiler/ir/dedicated.js";
import type { WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { folderOf } from "./cetas-parts.js";
import { columnDefinitions, type Loaded, objectId, storedAs, tableName } from "./dedicated-table.js";

/**
 * The procedure that loads the files of a run, all of them into a table of its own, before anything is done to the one that is asked: a load that
 * is broken off anywhere and begun again ends with the same table. A statement that fails need not stop a procedure, so all stand in one TRY.
 */
export function loadStatements(loaded: Loaded, lake: string): readonly Transact[] {
  const procedure = transact`${name(loaded.schema)}.${name(loadProcedureOf(loaded.view.name))}`;
  const steps = loaded.table.write.kind === "merge" ? mergeSteps(loaded, lake) : replaceSteps(loaded, lake);
  return [
    transact`IF OBJECT_ID(${text(procedure.transact)}, N'P') IS NOT NULL
  DROP PROCEDURE ${procedure};`,
    transact`CREATE PROCEDURE ${procedure} @run varchar(100) AS
BEGIN
  SET NOCOUNT ON;
  IF @run IS NULL OR LEN(@run) = 0 OR LEN(@run) > 36 OR @run LIKE '%[^0-9A-Za-z-]%'
    THROW 50001, N'The name of a run has 1 to 36 letters, digits and hyphens.', 1;
  BEGIN TRY
    ${joined(steps, "\n    ")}
  END TRY
  BEGIN CATCH
    THROW;
  END CATCH;
END;`,
  ];
}

/**
 * The whole table is loaded beside the one that is asked and takes its name then. Between the two statements that do so there is none of the
 * name: what is broken off there is put right by the next load, or by the script of the tables.
 * https://learn.microsoft.com/sql/t-sql/statements/rename-transact-sql
 */
function replaceSteps(loaded: Loaded, lake: string): readonly Transact[] {
  const [full, before, loading] = namesOf(loaded);
  const own = name(loaded.view.name);
  return [
    transact`IF ${objectId(full)} IS NULL AND ${objectId(before)} IS NOT NULL
      RENAME OBJECT ${before} TO ${own};`,
    ...load(loaded, storedAs(loaded.table), lake),
    dropIfThere(before),
    transact`IF ${objectId(full)} IS NOT NULL
      RENAME OBJECT ${full} TO ${name(`${loaded.view.name}_before`)};`,
    transact`RENAME OBJECT ${loading} TO ${own};`,
    dropIfThere(before),
  ];
}

/**
 * One statement, so all or nothing. The files hold all rows, so that one that is in none of them is no longer there.
 * https://learn.microsoft.com/sql/t-sql/statements/merge-transact-sql?view=azure-sqldw-latest
 */
function mergeSteps(loaded: Loaded, lake: string): readonly Transact[] {
  const { view, table } = loaded;
  const [full, , loading] = namesOf(loaded);
  const key = table.write.kind === "merge" ? table.write.key : [];
  const others = view.columns.filter((column) => !key.includes(column.name));
  const names = view.columns.map((column) => name(column.name));
  const update = transact`
    WHEN MATCHED AND (
      ${joined(others.flatMap(differs), "\n      OR ")}
    ) THEN UPDATE SET
      ${joined(
        others.map((column) => transact`${name(column.name)} = ${now(column)}`),
        ",\n      ",
      )}`;
  return [
    ...load(loaded, transact`DISTRIBUTION = ROUND_ROBIN, HEAP`, lake),
    transact`MERGE INTO ${full} AS ${target}
    USING ${loading} AS ${source}
    ON ${joined(view.columns.filter((column) => key.includes(column.name)).flatMap(same), " AND ")}${others.length > 0 ? update : transact``}
    WHEN NOT MATCHED BY TARGET THEN INSERT (
      ${joined(names, ",\n      ")}
    ) VALUES (
      ${joined(view.columns.map(now), ",\n      ")}
    )
    WHEN NOT MATCHED BY SOURCE THEN DELETE;`,
    transact`DROP TABLE ${loading};`,
  ];
}

type Column = WarehouseViewIr["columns"][number];

/** The rows that are there, and those that were loaded. */
const [target, source] = [name("t"), name("n")];
const then = (column: Column): Transact => transact`${target}.${name(column.name)}`;
const now = (column: Column): Transact => transact`${source}.${name(column.name)}`;

/** Texts are equal whatever spaces, bytes whatever zeros stand at their ends. */
const hasLength = ({ expression }: Column): boolean => dedicatedTypeOf(expression.type)?.compared === "with its length";

const same = (column: Column): readonly Transact[] => [
  transact`${then(column)} = ${now(column)}`,
  ...(hasLength(column) ? [transact`DATALENGTH(${then(column)}) = DATALENGTH(${now(column)})`] : []),
];

const differs = (column: Column): readonly Transact[] => [
  transact`${then(column)} <> ${now(column)}`,
  ...(hasLength(column) ? [transact`DATALENGTH(${then(column)}) <> DATALENGTH(${now(column)})`] : []),
  ...(column.expression.nullable
    ? [
        transact`(${then(column)} IS NULL AND ${now(column)} IS NOT NULL)`,
        transact`(${then(column)} IS NOT NULL AND ${now(column)} IS NULL)`,
      ]
    : []),
];

/** A table of its own with all rows of the run's files. Their columns are known by their places, which are those of the SELECT that wrote them. */
function load(loaded: Loaded, stored: Transact, lake: string): readonly Transact[] {
  const loading = tableName(loaded, "loading");
  const columns = loaded.view.columns.map(({ name: column }, at) => transact`${name(column)} ${number(at + 1)}`);
  const files = plain(`${lake}/${folderOf(loaded.schema, loaded.view)}`).transact.slice(1, -1);
  return [
    dropIfThere(loading),
    transact`CREATE TABLE ${loading} (
      ${joined(columnDefinitions(loaded), ",\n      ")}
    ) WITH (${stored});`,
    transact`EXEC(${fragments(`COPY INTO ${loading.transact} (${joined(columns, ", ").transact}) FROM '${files}`)} + @run + ${fragments(
      "/*.parquet' WITH (FILE_TYPE = 'PARQUET', CREDENTIAL = (IDENTITY = 'Managed Identity'))",
    )});`,
  ];
}

/**
 * A long text as several short ones: a pool has no variables of `nvarchar(max)`, and takes what is longer in pieces.
 * https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-dynamic-sql
 */
const fragments = (statement: string): Transact => joined((statement.match(/.{1,2000}/gsu) ?? []).map(text), " + ");

const dropIfThere = (table: Transact): Transact => transact`IF ${objectId(table)} IS NOT NULL
      DROP TABLE ${table};`;

const namesOf = (loaded: Loaded) =>
  [tableName(loaded), tableName(loaded, "before"), tableName(loaded, "loading")] as const;
