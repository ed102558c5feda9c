import type { ResultSet, StatementResult } from "../../sql/databases.js";
import { runScript } from "../../sql/script.js";
import { ActivityError } from "../activity.js";
import type { JsonValue } from "../json.js";
import type { Reader } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import { readTimeouts } from "../timeout.js";
import { textOf } from "./expression.js";

/** What reads each kind of dataset that is a table of a database. Those that are asked in T-SQL are H2 here. */
const sources = {
  SqlServerTable: "SqlServerSource",
  AzureSqlTable: "AzureSqlSource",
  PostgreSqlV2Table: "PostgreSqlV2Source",
} as const;

/** Reads a `SqlServerSource` or its like: a query, in the database of a dataset's linked service. */
export function readSqlSource(
  source: Reader,
  use: Reader,
  timeout: JsonValue | undefined,
  reading: Reading,
): (scope: Scope) => Promise<ResultSet> {
  const type = source.only("type", [sources.SqlServerTable, sources.AzureSqlTable, sources.PostgreSqlV2Table]);
  const isTransact = type !== sources.PostgreSqlV2Table;
  if (isTransact) {
    source.only("partitionOption", ["None"]);
    source.only("isolationLevel", ["ReadCommitted"]);
  }
  const words = isTransact ? "sqlReaderQuery" : "query";
  const query = source.value(words);
  const seconds = readTimeouts(source.optional("queryTimeout"), timeout);
  source.done();
  const dataset = reading.dataset(use)?.dataset;
  const table = Object.entries(sources).find(([, reader]) => reader === type)?.[0];
  if (dataset && table && dataset.type !== table)
    use.problem(`the dataset '${dataset.name}' is a ${dataset.type}, and a ${table} is read here.`);
  if (dataset && !reading.reach.hasDatabase(dataset.linkedService))
    use.problem(`there is no database of '${dataset.linkedService}' on this machine.`);
  return async (scope) => {
    const text = textOf(query, scope, `'${words}'`);
    const results = await inDatabase(scope, dataset?.linkedService ?? "", text, seconds(scope));
    const [rows, ...more] = results.filter((one) => "rows" in one);
    if (rows === undefined || more.length > 0)
      throw new ActivityError(`A query must give one result set; this gives ${results.length}: ${text}`);
    return rows;
  };
}

/** Runs statements in the database of a linked service; what it says to a mistake is the activity's failure. */
export async function inDatabase(
  { world }: Scope,
  linkedService: string,
  text: string,
  seconds: number,
): Promise<readonly StatementResult[]> {
  try {
    return await runScript(world.database(linkedService), text, seconds);
  } catch (error) {
    world.signal.throwIfAborted();
    throw new ActivityError(error instanceof Error ? error.message : String(error));
  }
}

/** Has a serverless SQL pool run a procedure; what it says to a mistake is the activity's failure. */
export async function inWarehouse({ world }: Scope, linkedService: string, text: string): Promise<void> {
  if (world.warehouse === undefined) throw new ActivityError(`There is no warehouse of '${linkedService}' here.`);
  try {
    await world.warehouse(linkedService, text);
  } catch (error) {
    world.signal.throwIfAborted();
    throw new ActivityError(error instanceof Error ? error.message : String(error));
  }
}

/** Rows as the service's Lookup and Script give them: objects by the names of the columns. */
export function objectsOf({ columns, rows }: ResultSet): readonly { readonly [name: string]: JsonValue }[] {
  for (const { name } of columns)
    if (name === "" || columns.filter((other) => other.name === name).length > 1)
      throw new ActivityError(`Each column of a result needs a name of its own; there is '${name}'.`);
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ name, type }, at) => [name, jsonOf(cells[at] ?? null, type, name)])),
  );
}

/** A value as JSON. Of times, and of what JSON has no number for, it is not certain how the service writes them. */
function jsonOf(cell: string | null, type: string, column: string): JsonValue {
  switch (type) {
    case "CHARACTER":
    case "CHARACTER VARYING":
    case "UUID":
      return cell;
    case "BOOLEAN":
      return cell === null ? null : cell === "TRUE";
    case "TINYINT":
    case "SMALLINT":
    case "INTEGER":
    case "BIGINT":
    case "DECIMAL":
    case "NUMERIC":
    case "REAL":
    case "DOUBLE PRECISION":
      return cell === null ? null : numberOf(cell, column);
    default:
      throw new ActivityError(
        `The column '${column}' is ${type}, of which this machine does not know how the service writes it in JSON: CAST it AS varchar.`,
      );
  }
}

function numberOf(cell: string, column: string): number {
  const number = Number(cell);
  if (Number.isInteger(number) && !Number.isSafeInteger(number))
    throw new ActivityError(`The column '${column}' is ${cell}, more than JSON's numbers hold: CAST it AS varchar.`);
  return number;
}
