import { dedicatedTypeOf } from "../../compiler/expression/print/dedicated-types.js";
import { joined, name, number, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { DedicatedTableIr } from "../../compiler/ir/dedicated.js";
import type { WarehouseViewIr } from "../../compiler/ir/warehouse.js";
import { loadStatements } from "./dedicated-load.js";
import { columnDefinitions, type Loaded, objectId, storedAs, tableName } from "./dedicated-table.js";
import { script } from "./script.js";

/**
 * The tables of a pool and the procedures that load them. A pool has neither `CREATE OR ALTER` nor `IF NOT EXISTS`.
 * https://learn.microsoft.com/sql/t-sql/statements/create-table-azure-sql-data-warehouse
 * @param lake where files of the lake are reached: `https://shop.dfs.core.windows.net/lake`
 */
export const tablesScript = (of: string, tables: readonly Loaded[], lake: string): string =>
  script(
    [`Run in the pool of the connection ${of}.`, ...tables.flatMap(lossesOf)],
    [
      ...[...new Set(tables.map(({ schema }) => schema))].map(
        (schema) => transact`IF SCHEMA_ID(${text(schema)}) IS NULL
  EXEC(${text(transact`CREATE SCHEMA ${name(schema)}`.transact)});`,
      ),
      ...tables.flatMap((table) => [...tableStatements(table), ...loadStatements(table, lake)]),
    ],
  );

const lossesOf = ({ view }: Loaded): readonly string[] =>
  view.columns.flatMap(({ name: column, expression: { type } }) => {
    const lossy = dedicatedTypeOf(type)?.lossy;
    return lossy ? [`${view.name}.${column}: ${lossy}.`] : [];
  });

/**
 * What makes the table where it is not there. One that rows are merged into is never dropped: where it is another one, the script stops and
 * says so. One that loads replace is another one only until the next load.
 */
function tableStatements(loaded: Loaded): readonly Transact[] {
  const { table } = loaded;
  const [full, before] = [tableName(loaded), tableName(loaded, "before")];
  const isThere = objectId(full);
  return [
    table.write.kind === "merge"
      ? transact`IF ${isThere} IS NOT NULL AND (
  ${joined(differences(loaded, isThere), "\n  OR ")}
)
  THROW 50002, ${text(`${full.transact} is another table than the one that is declared. Drop it and run this script again: the next load fills it.`)}, 1;`
      : transact`IF ${isThere} IS NULL AND ${objectId(before)} IS NOT NULL
  RENAME OBJECT ${before} TO ${name(loaded.view.name)};`,
    transact`IF ${isThere} IS NULL
  CREATE TABLE ${full} (
    ${joined(columnDefinitions(loaded), ",\n    ")}
  ) WITH (${storedAs(table)});`,
  ];
}

/** What the pool's catalogue says of a table, where it is another one. https://learn.microsoft.com/azure/synapse-analytics/sql/reference-collation-types */
function differences({ view, table }: Loaded, id: Transact): readonly Transact[] {
  const count = number(view.columns.length);
  const columns = view.columns.map(
    (column) =>
      transact`(name = ${text(column.name)} AND ${cataloguedAs(column)} AND is_nullable = ${number(column.expression.nullable ? 1 : 0)})`,
  );
  return [
    transact`(SELECT COUNT(*) FROM sys.columns WHERE object_id = ${id}) <> ${count}`,
    transact`(SELECT COUNT(*) FROM sys.columns WHERE object_id = ${id} AND (
    ${joined(columns, "\n    OR ")}
  )) <> ${count}`,
    distributedOtherwise(table, id),
    ...keptOtherwise(table, id),
  ];
}

function cataloguedAs({ name: column, expression: { type } }: WarehouseViewIr["columns"][number]): Transact {
  const found = dedicatedTypeOf(type);
  if (found === undefined) throw new Error(`${column} has no type of T-SQL`);
  return found.catalogued;
}

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-pdw-column-distribution-properties-transact-sql */
function distributedOtherwise({ distribution }: DedicatedTableIr, id: Transact): Transact {
  if (distribution.kind !== "hash") throw new Error("Rows are merged into a table that is distributed by a hash");
  return transact`NOT EXISTS (
    SELECT 1 FROM sys.pdw_column_distribution_properties AS p JOIN sys.columns AS c ON c.object_id = p.object_id AND c.column_id = p.column_id
    WHERE p.object_id = ${id} AND p.distribution_ordinal = 1 AND c.name = ${text(distribution.column)}
  )`;
}

/** https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-indexes-transact-sql */
function keptOtherwise({ index }: DedicatedTableIr, id: Transact): readonly Transact[] {
  const kinds = { "clustered-columnstore": "CLUSTERED COLUMNSTORE", heap: "HEAP", clustered: "CLUSTERED" } as const;
  const isKept = transact`NOT EXISTS (SELECT 1 FROM sys.indexes WHERE object_id = ${id} AND type_desc = ${text(kinds[index.kind])})`;
  if (index.kind !== "clustered") return [isKept];
  const key = transact`sys.index_columns AS i JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = ${id} AND i.key_ordinal`;
  return [
    isKept,
    transact`(SELECT COUNT(*) FROM ${key} > 0) <> ${number(index.columns.length)}`,
    ...index.columns.map(
      (column, at) => transact`NOT EXISTS (SELECT 1 FROM ${key} = ${number(at + 1)} AND c.name = ${text(column)})`,
    ),
  ];
}
