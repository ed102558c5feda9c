import type { ScopeColumn } from "../../../compiler/expression/expression.js";
import { typeOf } from "../../../compiler/expression/testing.fixture.js";
import type { DataType } from "../../../compiler/expression/type.js";
import { sparkJson } from "./fixture.js";

/** Draws a whole number from 0 to below a bound. */
export type Draw = (below: number) => number;

export const one = <T>(draw: Draw, list: readonly T[]): T => {
  const found = list[draw(list.length)];
  if (found === undefined) throw new Error("Nothing to choose from");
  return found;
};

/** A value as it is written in SQL, of its type or to be cast to it; of what holds others, those. */
export type Value =
  | { readonly kind: "null" }
  | { readonly kind: "simple"; readonly text: string }
  | { readonly kind: "array"; readonly items: readonly Value[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [Value, Value])[] }
  | { readonly kind: "struct"; readonly fields: readonly Value[] };

const ITEM =
  "struct<sku:string,quantity:int,price:decimal(9,2),tags:array<string>,seen:struct<at:timestamp,count:bigint>>";

const words = {
  i: "int",
  j: "int",
  n: "bigint",
  m: "bigint",
  zero: "double",
  x: "double",
  y: "double",
  flag: "boolean",
  ok: "boolean",
  name: "string",
  text: "string",
  day: "date",
  other_day: "date",
  at: "timestamp",
  later: "timestamp",
  body: "binary",
  bytes: "binary",
  share: "decimal(1,1)",
  small: "decimal(4,2)",
  price: "decimal(9,2)",
  total: "decimal(18,6)",
  whole: "decimal(20,0)",
  long: "decimal(34,10)",
  big: "decimal(38,18)",
  huge: "decimal(38,0)",
  tiny: "decimal(38,37)",
  numbers: "array<int>",
  longs: "array<bigint>",
  doubles: "array<double>",
  prices: "array<decimal(9,2)>",
  words: "array<string>",
  flags: "array<boolean>",
  days: "array<date>",
  times: "array<timestamp>",
  bodies: "array<binary>",
  nested: "array<array<int>>",
  items: `array<${ITEM}>`,
  counts: "map<string,int>",
  by_number: "map<int,string>",
  by_day: "map<date,array<double>>",
  held: `map<string,${ITEM}>`,
  item: ITEM,
} as const;

/** The type with nothing in it that can be null, or with everything. */
function withNulls(type: DataType, nulls: boolean): DataType {
  switch (type.kind) {
    case "array":
      return { ...type, element: withNulls(type.element, nulls), containsNull: nulls };
    case "map":
      return {
        ...type,
        key: withNulls(type.key, nulls),
        value: withNulls(type.value, nulls),
        valueContainsNull: nulls,
      };
    case "struct":
      return {
        kind: "struct",
        fields: type.fields.map((field) => ({ ...field, type: withNulls(field.type, nulls), nullable: nulls })),
      };
    default:
      return type;
  }
}

/** A column of every type twice: one that can be null everywhere, and one (`_r`) that cannot be so anywhere. `part` is what rows are grouped by. */
export const treeColumns: readonly ScopeColumn[] = [
  { name: "part", type: { kind: "int" }, nullable: false },
  ...Object.entries(words).flatMap(([name, word]): readonly ScopeColumn[] => {
    const type = typeOf(word);
    return [
      { name, type: withNulls(type, true), nullable: true },
      { name: `${name}_r`, type: withNulls(type, false), nullable: false },
    ];
  }),
];

const YEARS = ["0001", "9999", "1969", "1970", "2024", "2026", "2000", "1900", "1582", "2038"];

const DOUBLES = [
  "0D",
  "-0D",
  "1D",
  "-1D",
  "0.5D",
  "-1.5D",
  "2.5D",
  "3.5D",
  "0.1D",
  "1e-300D",
  "4.9e-324D",
  "1.7976931348623157e308D",
  "-1e300D",
  "1e18D",
  "9007199254740993D",
  "9.3e18D",
  "-2147483649D",
  "2147483647.5D",
  "100D",
  "1e22D",
  "0.001D",
  "1e7D",
  "123456789.987654321D",
  "try_cast('NaN' as double)",
  "try_cast('Infinity' as double)",
  "try_cast('-Infinity' as double)",
];

/** Of which the columns `zero` are made, so that a group has several that are equal. */
const ZEROS = ["0D", "-0D", "0D", "-0D", "0.5D", "try_cast('NaN' as double)"];

const STRINGS = [
  "",
  "a",
  "A",
  "b",
  " ",
  "  padded  ",
  "Zażółć gęślą",
  "ab12cd",
  "abc",
  "a,b,c",
  "%_",
  "🙂 smile",
  "x",
  "Hello World",
  "79927398713",
  "2026-03-01",
  "2026-03-01T10:00:00Z",
  "2026-02-30",
  "12",
  "-7",
  "1e400",
  "1e3",
  " 42 ",
  "0.5",
  "NaN",
  "Infinity",
  "true",
  "no",
  "null",
  '{"a":1,"b":["x",null]}',
  "[1,2,3]",
  "a:1,b:2",
  "yesterday",
  "0001-01-01",
  "9999-12-31 23:59:59.999999",
  "2024-02-29 24:00:00",
  "it's",
  "back\\slash",
  "line\nbreak",
  "tab\t",
  "ß",
  "İi",
  "ﬁ",
  "e\u0301",
  "👩‍👩‍👧 família",
  "𝒳𝒴",
  "\u0000",
  "9223372036854775807",
  "9223372036854775808",
  "99999999999999999999999999999999999999",
  "2147483648",
  "-0.0",
  "+1",
  "1.",
  ".5",
  "1_000",
  "0x1F",
  "1d",
  "1f",
  "1L",
  "YWJj",
  "zz",
  "ff00",
  "12:30",
  "2026-3-1",
  "T12:00",
];

/** What is near the edge of what a type holds, or is known to be read in more than one way; and other values. */
export function someValue(draw: Draw, type: DataType, nulls: number, nullable = true): Value {
  if (nullable && draw(100) < nulls) return { kind: "null" };
  switch (type.kind) {
    case "array":
      return {
        kind: "array",
        items: several(draw, 4).map(() => someValue(draw, type.element, nulls, type.containsNull)),
      };
    case "map": {
      const entries = several(draw, 4).map(
        () => [someValue(draw, type.key, 0), someValue(draw, type.value, nulls, type.valueContainsNull)] as const,
      );
      return { kind: "map", entries: [...new Map(entries.map((entry) => [JSON.stringify(entry[0]), entry])).values()] };
    }
    case "struct":
      return { kind: "struct", fields: type.fields.map((field) => someValue(draw, field.type, nulls, field.nullable)) };
    default:
      return { kind: "simple", text: simpleText(draw, type) };
  }
}

const several = (draw: Draw, below: number): readonly number[] => Array.from({ length: draw(below) }, (_, i) => i);

export function simpleText(draw: Draw, type: DataType): string {
  switch (type.kind) {
    case "int":
      return one(draw, [
        "0",
        "1",
        "-1",
        "2",
        "3",
        "7",
        "31",
        "100",
        "2024",
        "2147483647",
        "-2147483648",
        "65",
        `${draw(2000) - 1000}`,
      ]);
    case "bigint":
      return one(draw, [
        "0L", "1L", "-1L", "2L", "7L", "65L", "2147483648L", "1772359200L", "1772359200000L", "9223372036854775807L",
        "-9223372036854775808L", "9007199254740993L", `${draw(100_000) - 50_000}L`,
      ]); // biome-ignore format: a list
    case "double":
      return draw(4) === 0 ? `${(draw(2_000_001) - 1_000_000) / 10 ** draw(8)}D` : one(draw, DOUBLES);
    case "decimal":
      return decimalText(draw, type.precision, type.scale);
    case "boolean":
      return one(draw, ["true", "false"]);
    case "string":
      return quoted(one(draw, STRINGS));
    case "date":
      return `date '${dayText(draw)}'`;
    case "timestamp":
      return `timestamp '${dayText(draw)} ${one(draw, ["00:00:00", "23:59:59.999999", "12:30:15", "01:02:03.5", "02:30:00", "10:00:00.000001"])}'`;
    case "binary":
      return one(draw, [
        "x''",
        "x'00'",
        "x'FF'",
        "x'C328'",
        "x'616263'",
        "x'C5BC'",
        "x'F09F9982'",
        "x'0102030405'",
        "x'80'",
        "x'EDA080'",
      ]);
    default:
      throw new Error(`No value of ${type.kind} is written out`);
  }
}

function decimalText(draw: Draw, precision: number, scale: number): string {
  const digits = (count: number, of: () => string): string => Array.from({ length: count }, of).join("");
  const whole = precision - scale;
  const sign = one(draw, ["", "-"]);
  const [before, after] = one<() => readonly [string, string]>(draw, [
    () => ["0", digits(scale, () => "0")],
    () => [digits(whole, () => "9") || "0", digits(scale, () => "9")],
    () => ["0", `${digits(Math.max(0, scale - 1), () => "0")}${scale > 0 ? "1" : ""}`],
    () => [whole > 0 ? String(draw(10)) : "0", digits(scale, () => one(draw, ["0", "5"]))],
    () => [String(draw(10 ** Math.min(whole, 4))), digits(scale, () => String(draw(10)))],
    () => ["0", scale > 0 ? `5${digits(scale - 1, () => "0")}` : ""],
  ])();
  return `${sign}${before.slice(0, Math.max(1, whole))}${after === "" ? "" : `.${after}`}BD`;
}

function dayText(draw: Draw): string {
  const year = one(draw, YEARS);
  const leap = ["2024", "2000"].includes(year) ? ["02-29"] : [];
  return `${year}-${one(draw, ["01-01", "12-31", "02-28", "03-01", "03-29", "06-15", "01-31", "10-25", ...leap])}`;
}

/** A text in quotes, as our grammar and Spark's read it. */
export const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n").replaceAll("\t", "\\t").replaceAll("\0", "\\u0000")}'`;

/** The value in SQL. */
export function valueSql(value: Value): string {
  switch (value.kind) {
    case "null":
      return "null";
    case "simple":
      return value.text;
    case "array":
      return `array(${value.items.map(valueSql).join(", ")})`;
    case "map":
      return `map(${value.entries.flat().map(valueSql).join(", ")})`;
    case "struct":
      return `struct(${value.fields.map(valueSql).join(", ")})`;
  }
}

export const rowsOf = (draw: Draw, count: number): readonly (readonly Value[])[] =>
  Array.from({ length: count }, (_, row) =>
    treeColumns.map(
      ({ name, type, nullable }): Value =>
        name === "part"
          ? { kind: "simple", text: String(row % 4) }
          : name.startsWith("zero") && (!nullable || draw(8) > 0)
            ? { kind: "simple", text: one(draw, ZEROS) }
            : someValue(draw, type, 12, nullable),
    ),
  );

export const tableSchema = {
  type: "struct",
  fields: treeColumns.map(({ name, type, nullable }) => ({ name, type: sparkJson(type), nullable, metadata: {} })),
};
