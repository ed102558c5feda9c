import type { Rows } from "./compute.js";
import { reserved } from "./parse-expression.js";
import type { Step, SteppedProcedure } from "./parse-steps.js";
import { Reader } from "./reader.js";
import type { CatalogueTable, Evaluated, StepRow, Surroundings } from "./step-pool.js";
import { fitted, type StepType, type StepValue, textOf } from "./step-values.js";
import type { Select } from "./syntax.js";
import { NotKnown } from "./tokens.js";

/** The database, and the lake, that a procedure works on. */
export interface Pool {
  readonly now: () => Date;
  readonly after: (statement: string) => void;
  readonly tables: () => readonly CatalogueTable[];
  readonly rows: (select: Select) => Promise<Rows>;
  readonly create: (statement: string) => Promise<void>;
  readonly drop: (schema: string, table: string) => Promise<void>;
  /** `CREATE OR ALTER VIEW …` */
  readonly lead: (statement: string) => Promise<void>;
  readonly definition: (view: string) => string;
  readonly folders: (source: string, below: string) => readonly string[];
}

/** What the pool refuses while it carries out a statement; the procedure goes on behind it, and its caller is told in the end. */
export class StatementError extends Error {
  override readonly name = "StatementError";
}

/** Carries out a procedure; the answer is the lines that it shows. Throws what a caller is told, or `NotKnown`. */
export async function runSteps(
  procedure: SteppedProcedure,
  given: Readonly<Record<string, string | bigint>>,
  pool: Pool,
): Promise<readonly string[]> {
  const values = new Map<string, StepValue>();
  const types = new Map<string, StepType>();
  const unknown = Object.keys(given).find((name) => procedure.parameters.every(({ variable }) => variable !== name));
  if (unknown !== undefined) throw new NotKnown(`${procedure.name} has no parameter ${unknown}.`);
  for (const { variable, type, value } of procedure.parameters) {
    const found = given[variable] ?? value;
    if (found === undefined) throw new NotKnown(`${procedure.name} needs ${variable}.`);
    types.set(variable, type);
    values.set(variable, fitted(found, type));
  }
  const running: Running = { pool, values, types, errors: [], shown: [] };
  await carryOut(procedure.steps, running);
  if (running.errors.length > 0) throw new Error(running.errors.join("\n"));
  return running.shown;
}

interface Running {
  readonly pool: Pool;
  readonly values: Map<string, StepValue>;
  readonly types: Map<string, StepType>;
  readonly errors: string[];
  readonly shown: string[];
}

/** Whether the procedure has returned. */
async function carryOut(steps: readonly Step[], running: Running): Promise<boolean> {
  for (const step of steps) if (await one(step, running)) return true;
  return false;
}

async function one(step: Step, running: Running): Promise<boolean> {
  const around = surroundings(running);
  switch (step.kind) {
    case "declare":
      running.types.set(step.variable, step.type);
      running.values.set(step.variable, null);
      if (step.value) await assigned(step.variable, step.value, running);
      return false;
    case "set":
      await assigned(step.variable, step.value, running);
      return false;
    case "if":
      return (await step.condition(around, {})) === true && carryOut(step.steps, running);
    case "while":
      for (let turn = 0; (await step.condition(surroundings(running), {})) === true; turn += 1) {
        if (turn > mostTurns) throw new NotKnown("A loop has no end.");
        if (await carryOut(step.steps, running)) return true;
      }
      return false;
    case "execute":
      await executed(textIn(step.variable, running), running);
      return false;
    case "raise":
      running.errors.push(step.message);
      return false;
    case "folders": {
      const used = textIn(step.query.used, running);
      const { source, below } = step.query;
      running.shown.push(...running.pool.folders(source, below).filter((folder) => !used.includes(folder)));
      return false;
    }
    case "return":
      return true;
    case "nothing":
      return false;
  }
}

/** A variable whose value could not be computed keeps the one that it has. */
async function assigned(variable: string, value: Evaluated, running: Running): Promise<void> {
  const type = running.types.get(variable);
  if (type === undefined) throw new NotKnown(`The variable ${variable} is not declared.`);
  try {
    running.values.set(variable, fitted(await value(surroundings(running), {}), type));
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    running.errors.push(error.message);
  }
}

/** More than there are partitions at most. */
const mostTurns = 3000;

function textIn(variable: string, { values }: Running): string {
  const value = values.get(variable);
  if (value === undefined || value === null) throw new NotKnown(`${variable} has no text.`);
  return textOf(value);
}

/** What fails stops nothing. */
async function executed(statement: string, { pool, errors }: Running): Promise<void> {
  try {
    const reader = new Reader(statement);
    if (reader.sees("DROP")) {
      for (const { schema, table } of dropsOf(reader)) await pool.drop(schema, table);
    } else if (reader.begins("CREATE", "EXTERNAL", "TABLE")) await pool.create(statement);
    else await pool.lead(statement);
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    errors.push(error.message);
  }
  pool.after(statement);
}

/** `DROP EXTERNAL TABLE [a].[b]; DROP …` */
function dropsOf(reader: Reader): readonly { readonly schema: string; readonly table: string }[] {
  const drops: { readonly schema: string; readonly table: string }[] = [];
  do {
    reader.expect("DROP", "EXTERNAL", "TABLE");
    const schema = reader.name(reserved);
    reader.expect(".");
    drops.push({ schema, table: reader.name(reserved) });
  } while (reader.takes(";"));
  reader.finish();
  return drops;
}

const surroundings = ({ pool, values, types }: Running): Surroundings => ({
  tables: pool.tables,
  rows: async (select) => rowsOf(await pool.rows(select)),
  definition: pool.definition,
  now: pool.now,
  types,
  values,
});

const rowsOf = ({ columns, rows }: Rows): readonly StepRow[] =>
  rows.map((row) =>
    Object.fromEntries(columns.map(({ name, type }, at) => [name, stepValueOf(type, row[at] ?? null)])),
  );

function stepValueOf(type: string, value: string | boolean | null): StepValue {
  if (value === null) return null;
  if (type === "date") return new Date(`${value}T00:00:00Z`);
  if (type === "int" || type === "bigint") return BigInt(value);
  throw new NotKnown(`A ${type} is not known in a procedure.`);
}
