import type { TransactDatabaseIr } from "../../compiler/ir/database.js";
import type { ControlIr } from "../../compiler/ir/flow.js";
import { asText, name, type Sql, sql, text } from "./sql.js";

/** What the pipelines that use the table are in. */
type Home = "factory" | "workspace";

/** What of a project decides which rows the table has. */
interface Rows {
  /** Tables are read whole too. */
  readonly hasWhole: boolean;
  /** Data flows compute tables. */
  readonly hasDataFlows: boolean;
}

/** The script that makes the control table; run again it changes nothing. */
export function controlScript({ database, schema }: ControlIr, { hasWhole, hasDataFlows }: Rows, home: Home): string {
  const ofWhole = (text: string): string => (hasWhole ? `; of a table that is read whole ${text}` : "");
  const marks = sql`${name(schema)}.[marks]`;
  return `${[
    "-- Up to where the rows of databases were read, one row for each landed table, of any project that is given this schema.",
    ...(hasDataFlows ? [ofDataFlows] : []),
    "-- The marks and the landings in the lake belong together: neither may be changed, removed or put back to an earlier state.",
    `-- Run by an owner of the database of connection '${database.name}' before the first run; run again it changes nothing.`,
    ...rights(database, marks, home),
    "",
    `IF SCHEMA_ID(${asText(text(schema))}) IS NULL EXEC(${quote(sql`CREATE SCHEMA ${name(schema)}`)});`,
    "",
    `IF OBJECT_ID(${quote(marks)}, N'U') IS NULL CREATE TABLE ${asText(marks)} (`,
    "  [source] nvarchar(400) NOT NULL PRIMARY KEY, -- project, landed table, and what its rows depend on: youflix/users/bronze.users/1-3f2a9c1b",
    `  [mark] varchar(27) NOT NULL, -- up to where rows were read, as text of the cursor's type${ofWhole("when that was")}`,
    `  [seen] bigint NOT NULL, -- what the rows in the lag behind the mark came to when it was kept: their number, and how far behind each was${ofWhole("how many it had")}`,
    "  [landing] bigint NOT NULL, -- the number of the last landing that is whole",
    "  [taken] bigint NOT NULL, -- the number of the last landing that the notebooks have taken",
    "  [taken_by] nvarchar(64) NOT NULL -- by which queries: others take all landings anew",
    ");",
  ].join("\n")}\n`;
}

const ofDataFlows =
  "-- A table that a data flow computes has a row of its own, called as what it reads and then as the table (youflix/users/bronze.users/1-3f2a9c1b/silver.users): [taken] is the landing that it was computed of, [taken_by] the script by which, and its [mark] and [seen] say nothing.";

/** What whoever the database is opened as may do. It has another name in each environment, so the owner puts it in. */
function rights({ login }: TransactDatabaseIr, marks: Sql, home: Home): readonly string[] {
  const grant = (to: Sql): string => `GRANT SELECT, INSERT, UPDATE ON ${asText(marks)} TO ${asText(to)};`;
  if (login.kind === "password") return [`-- Then user '${login.user}' needs: ${grant(name(login.user))}`];
  const itself = name(`<${home}>`);
  return [
    `-- Then the ${home}'s own identity needs, with the ${home}'s name, what the database's Microsoft Entra admin does:`,
    `--   CREATE USER ${asText(itself)} FROM EXTERNAL PROVIDER; ${grant(itself)}`,
  ];
}

/** SQL as text within SQL. */
const quote = (of: Sql): string => asText(text(asText(of)));
