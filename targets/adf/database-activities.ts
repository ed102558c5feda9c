import type { DatabaseIr } from "../../compiler/ir/database.js";
import { type Lookup, policy, type Script, type SqlServerSource } from "./activity.js";
import { databaseService } from "./names.js";
import { type DatasetReference, linkedService } from "./reference.js";
import { asValue, type Sql } from "./sql.js";

/** Rows of a query; `timeout` as `hh:mm:ss`. */
export const rowsOf = (query: Sql, timeout: string): SqlServerSource => ({
  type: "SqlServerSource",
  sqlReaderQuery: asValue(query),
  queryTimeout: timeout,
  // Said, because a connection from the pool may have another. https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql
  isolationLevel: "ReadCommitted",
  partitionOption: "None",
});

/** Asks a database. */
export const lookup = (
  name: string,
  dependsOn: Lookup["dependsOn"],
  query: Sql,
  of: DatasetReference,
  rows: "first" | "all",
): Lookup => ({
  name,
  type: "Lookup",
  dependsOn,
  policy: policy("00:30:00", 2),
  userProperties: [],
  typeProperties: { source: rowsOf(query, "00:30:00"), dataset: of, firstRowOnly: rows === "first" },
});

/** Changes a database by one statement. */
export const script = (name: string, dependsOn: Script["dependsOn"], statement: Sql, database: DatabaseIr): Script => ({
  name,
  type: "Script",
  dependsOn,
  policy: policy("00:10:00", 2),
  userProperties: [],
  linkedServiceName: linkedService(databaseService(database)),
  typeProperties: {
    scripts: [{ type: "NonQuery", text: asValue(statement) }],
    scriptBlockExecutionTimeout: "00:10:00",
  },
});
