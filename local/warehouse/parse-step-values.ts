import { parseSelect } from "./parse.js";
import { reserved } from "./parse-expression.js";
import { parseStepType, parseVariable } from "./parse-step-types.js";
import type { Reader } from "./reader.js";
import type { CatalogueTable, Condition, Evaluated, StepRow, Surroundings } from "./step-pool.js";
import { bytesOf, called, compared, fitted, isLike, type StepValue, textOf } from "./step-values.js";
import { NotKnown } from "./tokens.js";

/** `a OR b AND c`, of three values as T-SQL's. */
export function parseCondition(reader: Reader): Condition {
  let left = parseAnd(reader);
  while (reader.takes("OR")) left = either(left, parseAnd(reader), true);
  return left;
}

function parseAnd(reader: Reader): Condition {
  let left = parseTest(reader);
  while (reader.takes("AND")) left = either(left, parseTest(reader), false);
  return left;
}

/** Decided by one of them that is `by`; else null where one is. */
const either =
  (left: Condition, right: Condition, by: boolean): Condition =>
  async (around, row) => {
    const both = [await left(around, row), await right(around, row)];
    return both.includes(by) ? by : both.includes(null) ? null : !by;
  };

function parseTest(reader: Reader): Condition {
  if (reader.takes("NOT")) {
    const test = parseTest(reader);
    return async (around, row) => {
      const found = await test(around, row);
      return found === null ? null : !found;
    };
  }
  if (reader.takes("EXISTS", "(", "SELECT")) {
    if (reader.wholeNumber() !== 1) throw new NotKnown("EXISTS of another number than 1 is not known here.");
    const rows = parseCatalogue(reader);
    reader.expect(")");
    return async (around) => (await rows(around)).length > 0;
  }
  if (reader.takes("(")) {
    const inner = parseCondition(reader);
    reader.expect(")");
    return inner;
  }
  return parseComparison(reader);
}

const signs: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function parseComparison(reader: Reader): Condition {
  const left = parseValue(reader);
  if (reader.takes("IS")) {
    const isNegated = reader.takes("NOT");
    reader.expect("NULL");
    return async (around, row) => ((await left(around, row)) === null) !== isNegated;
  }
  if (reader.takes("LIKE")) {
    const pattern = reader.text();
    return async (around, row) => isLike(await left(around, row), pattern);
  }
  const holds = signs[reader.take().text];
  if (holds === undefined) throw new NotKnown("A comparison is expected.");
  const right = parseValue(reader);
  return async (around, row) => {
    const order = compared(await left(around, row), await right(around, row));
    return order === null ? null : holds(order);
  };
}

export function parseValue(reader: Reader): Evaluated {
  let left = parseOne(reader);
  while (reader.takes("+")) left = sum(left, parseOne(reader));
  return left;
}

const sum =
  (left: Evaluated, right: Evaluated): Evaluated =>
  async (around, row) => {
    const [a, b] = [await left(around, row), await right(around, row)];
    if (a === null || b === null) return null;
    if (typeof a === "bigint" && typeof b === "bigint") return a + b;
    if (typeof a !== "string" || typeof b !== "string")
      throw new NotKnown("+ of a text and a number is not known here.");
    return a + b;
  };

function parseOne(reader: Reader): Evaluated {
  const { kind, text } = reader.next;
  if (kind === "number") {
    const number = BigInt(reader.wholeNumber());
    return async () => number;
  }
  if (kind === "string" || kind === "wide") {
    reader.take();
    return async () => text;
  }
  if (kind === "word" && text.startsWith("@")) return variable(parseVariable(reader));
  if (reader.takes("(", "SELECT")) return parseSubquery(reader);
  if (kind === "word" && reader.takes(text.toUpperCase(), "(")) return parseCall(text.toUpperCase(), reader);
  if (kind === "name") {
    const of = reader.name(reserved);
    reader.expect(".");
    return column(`${of}.${reader.name(reserved)}`);
  }
  return column(reader.name(reserved));
}

const variable =
  (name: string): Evaluated =>
  async ({ values }) => {
    const value = values.get(name);
    if (value === undefined) throw new NotKnown(`The variable ${name} is not declared.`);
    return value;
  };

const column =
  (name: string): Evaluated =>
  async (_, row) => {
    const value = row[name];
    if (value === undefined) throw new NotKnown(`There is no column ${name}.`);
    return value;
  };

/** After the opening bracket. */
function parseCall(name: string, reader: Reader): Evaluated {
  if (name === "CAST") {
    const value = parseValue(reader);
    reader.expect("AS");
    const type = parseStepType(reader);
    reader.expect(")");
    return async (around, row) => fitted(await value(around, row), type);
  }
  if (name === "CONVERT") return parseConvert(reader);
  if (name === "DATALENGTH") {
    const of = parseVariable(reader);
    reader.expect(")");
    return async ({ values, types }) =>
      bytesOf(values.get(of) ?? null, types.get(of) ?? { kind: "varchar", length: "max" });
  }
  if (name === "SYSUTCDATETIME") {
    reader.expect(")");
    return async ({ now }) => now();
  }
  if (name === "DATEADD") return parseDateAdd(reader);
  const items = [parseValue(reader)];
  while (reader.takes(",")) items.push(parseValue(reader));
  reader.expect(")");
  return async (around, row) => {
    const values: StepValue[] = [];
    for (const item of items) values.push(await item(around, row));
    const [first = null] = values;
    if (name === "SCHEMA_ID" || name === "OBJECT_ID") return first;
    if (name === "OBJECT_DEFINITION") return first === null ? null : around.definition(textOf(first));
    return called(name, values);
  };
}

/** https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql#date-and-time-styles */
function parseConvert(reader: Reader): Evaluated {
  const type = parseStepType(reader);
  reader.expect(",");
  const value = parseValue(reader);
  const style = reader.takes(",") ? reader.wholeNumber() : undefined;
  reader.expect(")");
  return async (around, row) => {
    const found = await value(around, row);
    if (found instanceof Date !== (style === 23) && found !== null)
      throw new NotKnown(`CONVERT with the style ${style} is not known here.`);
    return fitted(found instanceof Date ? found.toISOString().slice(0, 10) : found, type);
  };
}

function parseDateAdd(reader: Reader): Evaluated {
  const isOfMinutes = reader.takes("MINUTE");
  if (!isOfMinutes) reader.expect("DAY");
  reader.expect(",");
  const sign = reader.takes("-") ? -1 : 1;
  const count = sign * reader.wholeNumber();
  reader.expect(",");
  const from = parseValue(reader);
  reader.expect(")");
  return async (around, row) => {
    const date = await from(around, row);
    if (!(date instanceof Date)) throw new NotKnown("DATEADD of what is no moment is not known here.");
    return new Date(date.getTime() + count * (isOfMinutes ? 60_000 : 86_400_000));
  };
}

/** After `(SELECT`: the least value of a column, or values put together, of the catalogue or of the lake, never of both. */
function parseSubquery(reader: Reader): Evaluated {
  const isMinimum = reader.takes("MIN", "(");
  if (!isMinimum) reader.expect("STRING_AGG", "(");
  const value = parseValue(reader);
  if (!isMinimum) reader.expect(",");
  const between = isMinimum ? undefined : parseValue(reader);
  reader.expect(")");
  const rows = reader.begins("FROM", "(") ? parseLake(reader) : parseCatalogue(reader);
  reader.expect(")");
  return async (around) => {
    const found: string[] = [];
    for (const row of await rows(around)) {
      const one = await value(around, row);
      if (one !== null) found.push(textOf(one));
    }
    if (found.length === 0) return null;
    return between === undefined
      ? (found.toSorted()[0] ?? null)
      : found.join(textOf((await between(around, {})) ?? ""));
  };
}

type Rows = (around: Surroundings) => Promise<readonly StepRow[]>;

function parseLake(reader: Reader): Rows {
  reader.expect("FROM", "(");
  const select = parseSelect(reader);
  reader.expect(")", "AS");
  const alias = reader.name(reserved);
  return async ({ rows }) =>
    (await rows(select)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [`${alias}.${name}`, value])),
    );
}

function parseCatalogue(reader: Reader): Rows {
  reader.expect("FROM", "SYS", ".", "EXTERNAL_TABLES", "WHERE");
  const where = parseCondition(reader);
  return async (around) => {
    const found: StepRow[] = [];
    for (const table of around.tables()) {
      const row = rowOf(table);
      if (await where(around, row)) found.push(row);
    }
    return found;
  };
}

/** A schema's number is its name here. */
const rowOf = ({ schema, name, location, created }: CatalogueTable): StepRow => ({
  schema_id: schema,
  name,
  location,
  create_date: new Date(created),
});
