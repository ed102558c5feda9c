import type { DatabaseIr } from "../../compiler/ir/database.js";
import type { ControlIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { Lookup, Script } from "./activity.js";
import type { DatabaseQuery } from "./copy.js";
import { databaseWords } from "./database-words.js";
import type { TableReference } from "./datasets.js";
import { databaseService } from "./names.js";
import { shortPolicy } from "./policy.js";
import { linkedService } from "./reference.js";
import { asValue, type Sql } from "./sql.js";

/** Rows of a query in a database; `timeout` as `hh:mm:ss`. */
export const rowsOf = (query: Sql, database: DatabaseIr, timeout: string): DatabaseQuery =>
  database.kind === "postgres"
    ? // A statement by itself is read committed there, and sees the rows of one moment: https://www.postgresql.org/docs/current/transaction-iso.html
      { type: databaseWords(database).source, query: asValue(query), queryTimeout: timeout }
    : {
        type: databaseWords(database).source,
        sqlReaderQuery: asValue(query),
        queryTimeout: timeout,
        // Said, because a connection from the pool may have another. https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql
        isolationLevel: "ReadCommitted",
        partitionOption: "None",
      };

/** Asks a database. */
export const lookup = (
  name: string,
  dependsOn: Lookup["dependsOn"],
  query: Sql,
  { database, dataset }: TableReference,
  rows: "first" | "all",
): Lookup => ({
  name,
  type: "Lookup",
  dependsOn,
  policy: shortPolicy(30),
  userProperties: [],
  typeProperties: { source: rowsOf(query, database, "00:30:00"), dataset, firstRowOnly: rows === "first" },
});

/** Changes the control table by one statement. */
export const script = (
  name: string,
  dependsOn: Script["dependsOn"],
  statement: Sql,
  { database }: ControlIr,
  project: ProjectIr,
): Script => ({
  name,
  type: "Script",
  dependsOn,
  policy: shortPolicy(10),
  userProperties: [],
  linkedServiceName: linkedService(databaseService(database, project)),
  typeProperties: {
    scripts: [{ type: "NonQuery", text: asValue(statement) }],
    scriptBlockExecutionTimeout: "00:10:00",
  },
});
