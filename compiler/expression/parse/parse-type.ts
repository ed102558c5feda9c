import type { Report } from "../../diagnostics/report.js";
import { closest } from "../../diagnostics/suggest.js";
import type { Origin } from "../../source/origin.js";
import { expressionDiagnostics } from "../diagnostics.js";
import type { DataType, Field, SimpleKind } from "../type.js";
import {
  advance,
  type Cursor,
  cursorOf,
  expectSymbol,
  fail,
  failExpecting,
  lastEnd,
  peek,
  takeSymbol,
} from "./cursor.js";
import type { Token } from "./token.js";

/** Reads the words that a person writes for a type. `undefined`: there is an error, and it was reported. */
export function parseType(text: string, origin: Origin, report: Report): DataType | undefined {
  const cursor = cursorOf(text, origin);
  failTooDeep(cursor);
  const type = parseTypeAt(cursor);
  if (cursor.problem === undefined && peek(cursor).kind !== "end") failExpecting(cursor, "the end of the type");
  if (cursor.problem === undefined) return type;
  report.add(cursor.problem);
  return undefined;
}

/** More than any person nests, and no more than all that walks types level by level has room for. */
const DEEPEST = 100;

/** A text of types that nests too deep is refused before it is read level by level. */
export function failTooDeep(cursor: Cursor): void {
  const deep = tooDeep(cursor.tokens);
  if (deep === undefined) return;
  const problem = `More than ${DEEPEST} levels of a type are within each other here.`;
  fail(cursor, expressionDiagnostics.badType.at(cursor.origin.within(deep), { problem }));
}

/** The bracket that opens a level too many. */
function tooDeep(tokens: readonly Token[]): Token | undefined {
  let level = 0;
  return tokens.find(({ kind, text }) => {
    if (kind === "symbol" && text === "<") level += 1;
    if (kind === "symbol" && text === ">") level -= 1;
    return level > DEEPEST;
  });
}

/** Reads a type at the cursor. After a problem the result means nothing. */
export function parseTypeAt(cursor: Cursor): DataType {
  const word = advance(cursor);
  if (word.kind !== "word") {
    cursor.at -= word.kind === "end" ? 0 : 1;
    failExpecting(cursor, "a type");
    return NOTHING;
  }
  const name = word.text.toLowerCase();
  const simple = SIMPLE.get(name);
  if (simple !== undefined) return { kind: simple };
  switch (name) {
    case "decimal":
      return decimalAt(cursor, word);
    case "array": {
      const element = parameterOf(cursor, () => parseTypeAt(cursor));
      return { kind: "array", element: element ?? NOTHING, containsNull: true };
    }
    case "map":
      return mapAt(cursor, word);
    case "struct":
      return { kind: "struct", fields: parameterOf(cursor, () => fieldsAt(cursor)) ?? [] };
    default: {
      const suggestion =
        (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined) ??
        closest(name, [...SIMPLE.keys(), "decimal", "array", "map", "struct"]);
      fail(cursor, expressionDiagnostics.unknownType.at(cursor.origin.within(word), { word: word.text, suggestion }));
      return NOTHING;
    }
  }
}

const NOTHING: DataType = { kind: "null" };

const SIMPLE: ReadonlyMap<string, SimpleKind> = new Map(
  (["string", "boolean", "int", "bigint", "double", "date", "timestamp", "binary"] as const).map((kind) => [
    kind,
    kind,
  ]),
);

/** Words that mean a type elsewhere, and the one word for it here. */
const ALIASES: Readonly<Record<string, string>> = {
  integer: "int",
  int8: "int",
  int16: "int",
  int32: "int",
  int64: "bigint",
  long: "bigint",
  short: "int",
  smallint: "int",
  tinyint: "int",
  byte: "int",
  number: "decimal",
  numeric: "decimal",
  dec: "decimal",
  money: "decimal(19,4)",
  smallmoney: "decimal(10,4)",
  float: "double",
  float32: "double",
  float64: "double",
  real: "double",
  str: "string",
  text: "string",
  varchar: "string",
  nvarchar: "string",
  char: "string",
  nchar: "string",
  ntext: "string",
  uniqueidentifier: "string",
  uuid: "string",
  bool: "boolean",
  bit: "boolean",
  datetime: "timestamp",
  datetime2: "timestamp",
  smalldatetime: "timestamp",
  timestamp_ntz: "timestamp",
  timestamp_ltz: "timestamp",
  bytes: "binary",
  varbinary: "binary",
  list: "array",
  object: "struct",
};

function decimalAt(cursor: Cursor, word: Token): DataType {
  expectSymbol(cursor, "(");
  const precision = digitsAt(cursor);
  expectSymbol(cursor, ",");
  const scale = digitsAt(cursor);
  expectSymbol(cursor, ")");
  if (precision < 1 || precision > 38 || scale > precision) {
    const problem = `A decimal has 1 to 38 digits, and no more of them after the point: decimal(${precision},${scale}) cannot be.`;
    fail(
      cursor,
      expressionDiagnostics.badType.at(cursor.origin.within({ start: word.start, end: lastEnd(cursor) }), { problem }),
    );
  }
  return { kind: "decimal", precision, scale };
}

function digitsAt(cursor: Cursor): number {
  const token = peek(cursor);
  if (/^\d{1,3}$/.test(token.text)) return Number(advance(cursor).text);
  failExpecting(cursor, "a number of digits");
  return 0;
}

function mapAt(cursor: Cursor, word: Token): DataType {
  const parts = parameterOf(cursor, () => {
    const key = parseTypeAt(cursor);
    expectSymbol(cursor, ",");
    return { key, value: parseTypeAt(cursor) };
  });
  if (parts?.key.kind === "map") {
    const problem = "The key of a map cannot be a map.";
    fail(
      cursor,
      expressionDiagnostics.badType.at(cursor.origin.within({ start: word.start, end: lastEnd(cursor) }), { problem }),
    );
  }
  return { kind: "map", key: parts?.key ?? NOTHING, value: parts?.value ?? NOTHING, valueContainsNull: true };
}

function parameterOf<T>(cursor: Cursor, read: () => T): T | undefined {
  expectSymbol(cursor, "<");
  if (cursor.problem !== undefined) return undefined;
  const inner = read();
  expectSymbol(cursor, ">");
  return inner;
}

function fieldsAt(cursor: Cursor): readonly Field[] {
  const fields: Field[] = [];
  do {
    const name = advance(cursor);
    if (name.kind !== "word" && name.kind !== "quoted") {
      cursor.at -= name.kind === "end" ? 0 : 1;
      failExpecting(cursor, "the name of a field");
      return fields;
    }
    const text = unquoted(name);
    expectSymbol(cursor, ":");
    const type = parseTypeAt(cursor);
    if (fields.some((field) => field.name.toLowerCase() === text.toLowerCase())) {
      fail(
        cursor,
        expressionDiagnostics.badType.at(cursor.origin.within(name), {
          problem: `The struct already has a field '${text}'.`,
        }),
      );
    }
    fields.push({ name: text, type, nullable: true });
  } while (takeSymbol(cursor, ","));
  return fields;
}

/** The name that a word or a name in backticks stands for. */
export const unquoted = (token: Token): string =>
  token.kind === "quoted" ? token.text.slice(1, -1).replaceAll("``", "`") : token.text;
