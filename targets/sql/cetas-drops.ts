import {
  joined,
  name,
  number,
  plain,
  type Transact,
  text,
  transact,
} from "../../compiler/expression/print/transact.js";
import type { WarehouseSchemaIr } from "../../compiler/ir/warehouse.js";

/** As the table of a partition is called behind its view's name: `:<hash of what is shown>=<value>`. */
const ofPartition = `%:${"[0-9a-f]".repeat(12)}=%`;

/**
 * Takes the tables of what is no longer kept by partitions out of the catalogue: who may select from the schema as a whole would read in them
 * what a view showed. Their files stay, and so do tables that stand elsewhere or are called otherwise.
 */
export function dropsStatement({ name: schema, views }: WarehouseSchemaIr): Transact {
  const kept = views
    .filter(({ partitions }) => partitions)
    .map((view) => transact`\n    AND NOT ${begins("name", `${view.name}:`)}`);
  return transact`DECLARE @drops nvarchar(max) = (
  SELECT STRING_AGG(CAST(${text(`DROP EXTERNAL TABLE ${name(schema).transact}.`)} AS nvarchar(max)) + QUOTENAME(name), N'; ')
  FROM sys.external_tables
  WHERE schema_id = SCHEMA_ID(${text(schema)}) AND ${begins("location", `warehouse/${schema}/`)} AND name LIKE ${plain(ofPartition)}${joined(kept, "")}
);
IF @drops IS NOT NULL
  EXEC sp_executesql @drops;`;
}

const begins = (column: "name" | "location", prefix: string): Transact =>
  transact`LEFT(${{ transact: column }}, ${number(prefix.length)}) = ${text(prefix)}`;
