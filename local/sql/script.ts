import { batchesOf } from "../../compiler/emit/batches.js";
import type { Database, StatementResult } from "./databases.js";
import { textLiteral } from "./dialect.js";
import { readScript, type Statement, type Thing } from "./transact.js";

/**
 * Runs the statements of a script one after another, each on its own: what was done before a mistake stays. A database that is not
 * asked in T-SQL takes one statement.
 */
export async function runScript(
  database: Database,
  text: string,
  seconds?: number,
): Promise<readonly StatementResult[]> {
  return database.dialect.isTransact
    ? runStatements(database, readScript(text), seconds)
    : runPlain(database, text, seconds);
}

/** Runs a script file: its batches one after another. */
export async function runFile(database: Database, text: string): Promise<void> {
  for (const batch of batchesOf(text)) await runScript(database, batch);
}

async function runStatements(
  database: Database,
  statements: readonly Statement[],
  seconds?: number,
): Promise<readonly StatementResult[]> {
  const results: StatementResult[] = [];
  for (const statement of statements) {
    if (statement.kind === "plain") results.push(...(await runPlain(database, statement.text, seconds)));
    else if (!(await isThere(database, statement.there)))
      results.push(...(await runStatements(database, statement.statements, seconds)));
  }
  return results;
}

async function runPlain(database: Database, text: string, seconds?: number): Promise<readonly StatementResult[]> {
  try {
    return await database.run([text], seconds);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${said}\nThe statement: ${text}`);
  }
}

async function isThere(database: Database, thing: Thing): Promise<boolean> {
  const schema = `LOWER(TABLE_SCHEMA) = LOWER(${textLiteral(thing.schema)})`;
  const found = await database.run([
    thing.kind === "table"
      ? `SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE ${schema} AND LOWER(TABLE_NAME) = LOWER(${textLiteral(thing.table)})`
      : `SELECT 1 FROM INFORMATION_SCHEMA.SCHEMATA WHERE LOWER(SCHEMA_NAME) = LOWER(${textLiteral(thing.schema)})`,
  ]);
  return hasRows(found);
}

/** Whether a query, the first of what was run, has found anything. */
export const hasRows = ([first]: readonly StatementResult[]): boolean =>
  first !== undefined && "rows" in first && first.rows.length > 0;
