import type { ScopeColumn } from "../../../compiler/expression/expression.js";
import type { DataType } from "../../../compiler/expression/type.js";

/** A column of the test table: its type, and a SQL literal for each row. */
export interface TestColumn {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
  readonly values: readonly string[];
}

const simple = (
  kind: "string" | "boolean" | "int" | "bigint" | "double" | "date" | "timestamp" | "binary",
): DataType => ({ kind });
const decimal = (precision: number, scale: number): DataType => ({ kind: "decimal", precision, scale });
const array = (element: DataType, containsNull: boolean): DataType => ({ kind: "array", element, containsNull });
const counts = (valueContainsNull: boolean): DataType => ({
  kind: "map",
  key: simple("string"),
  value: simple("int"),
  valueContainsNull,
});
const item = (nullable: boolean): DataType => ({
  kind: "struct",
  fields: [
    { name: "sku", type: simple("string"), nullable },
    { name: "quantity", type: simple("int"), nullable },
    { name: "price", type: decimal(9, 2), nullable },
  ],
});

/** Pairs of columns of one type stand side by side so that the dangerous pairs of values meet in a row. */
const base: readonly {
  readonly name: string;
  readonly type: (nulls: boolean) => DataType;
  readonly values: string;
  readonly withNulls?: string;
}[] = [
  {
    name: "i",
    type: () => simple("int"),
    values: "0|1|-1|2147483647|(-2147483647 - 1)|7|3|(-2147483647 - 1)|2147483647|100|2|2024",
  },
  { name: "j", type: () => simple("int"), values: "0|0|-1|1|-1|2|-3|1|2147483647|(-2147483647 - 1)|31|2" },
  {
    name: "n",
    type: () => simple("bigint"),
    values:
      "0L|1L|-1L|9223372036854775807L|(-9223372036854775807L - 1L)|7L|1772359200L|(-9223372036854775807L - 1L)|9223372036854775807L|1772359200000L|2L|65L",
  },
  { name: "m", type: () => simple("bigint"), values: "0L|0L|-1L|1L|-1L|2L|-3L|1L|9223372036854775807L|5L|31L|3L" },
  {
    name: "x",
    type: () => simple("double"),
    values: "0D|1.5D|-1.5D|double('NaN')|double('Infinity')|double('-Infinity')|1e300D|-0D|2.5D|1e-300D|0.5D|1e18D",
  },
  { name: "y", type: () => simple("double"), values: "0D|0D|2D|1D|double('NaN')|0D|1e300D|0D|-2D|3D|0.5D|7D" },
  {
    name: "price",
    type: () => decimal(9, 2),
    values: "0|1.50|-1.50|9999999.99|-9999999.99|0.01|2.25|2.35|100|-0.01|3|12.34",
  },
  {
    name: "total",
    type: () => decimal(12, 4),
    values: "0|0|2.5|99999999.9999|-1|0.0001|3|-3|7|99999999.9999|0.3333|1",
  },
  {
    name: "big",
    type: () => decimal(38, 10),
    values:
      "0|1.5|-1.5|9999999999999999999999999999.9999999999|-9999999999999999999999999999.9999999999|0.0000000001|3|7|-7|1e20|2|1",
  },
  {
    name: "huge",
    type: () => decimal(38, 0),
    values:
      "0|0|-1|99999999999999999999999999999999999999|-99999999999999999999999999999999999999|1|3|7|-7|99999999999999999999999999999999999999|2|1",
  },
  {
    name: "name",
    type: () => simple("string"),
    values: "''|'a'|'  padded  '|'Zażółć gęślą'|'ab12cd'|'abc'|'a,b,c'|'%_'|'🙂 smile'|'x'|'Hello World'|'79927398713'",
  },
  {
    name: "text",
    type: () => simple("string"),
    values:
      "''|'garbage'|'2026-03-01'|'2026-03-01T10:00:00Z'|'2026-02-30'|'12'|'1e400'|'{\"a\":1,\"b\":[\"x\",null]}'|'[1,2,3]'|'a:1,b:2'|'yesterday'|'2026-03-01 10:00:00zz'",
  },
  {
    name: "flag",
    type: () => simple("boolean"),
    values: "true|false|true|false|true|false|true|false|true|true|false|false",
  },
  {
    name: "ok",
    type: () => simple("boolean"),
    values: "true|true|false|false|true|true|false|false|true|false|true|false",
  },
  {
    name: "day",
    type: () => simple("date"),
    values:
      "date'1970-01-01'|date'2026-03-01'|date'0001-01-01'|date'9999-12-31'|date'2024-02-29'|date'2026-12-31'|date'1969-12-31'|date'2000-01-31'|date'1900-03-01'|date'2026-06-15'|date'2025-02-28'|date'2026-03-29'",
  },
  {
    name: "other_day",
    type: () => simple("date"),
    values:
      "date'1970-01-01'|date'2026-02-28'|date'9999-12-31'|date'0001-01-01'|date'2023-02-28'|date'2027-01-01'|date'1970-01-02'|date'2000-02-29'|date'2100-03-01'|date'2026-06-15'|date'2025-03-31'|date'2026-03-30'",
  },
  {
    name: "at",
    type: () => simple("timestamp"),
    values:
      "timestamp'1970-01-01 00:00:00'|timestamp'2026-03-01 10:01:02.345678'|timestamp'0001-01-01 00:00:00'|timestamp'9999-12-31 23:59:59.999999'|timestamp'2024-02-29 12:00:00'|timestamp'2026-12-31 23:59:59'|timestamp'1969-12-31 23:59:59.5'|timestamp'2000-01-31 01:00:00'|timestamp'1900-03-01 00:00:00'|timestamp'2026-06-15 00:00:00'|timestamp'2025-02-28 10:00:00'|timestamp'2026-03-29 02:30:00'",
  },
  {
    name: "later",
    type: () => simple("timestamp"),
    values:
      "timestamp'1970-01-01 00:00:00'|timestamp'2026-03-01 10:06:02'|timestamp'9999-12-31 23:59:59'|timestamp'0001-01-01 00:00:00'|timestamp'2024-03-01 12:00:00'|timestamp'2027-01-01 00:00:00'|timestamp'1970-01-01 00:00:01'|timestamp'2000-02-29 01:00:00'|timestamp'2100-03-01 00:00:00'|timestamp'2026-06-15 00:00:00'|timestamp'2025-03-31 10:00:00'|timestamp'2026-03-29 03:30:00'",
  },
  {
    name: "body",
    type: () => simple("binary"),
    values: "x''|x'00'|x'ff'|x'c328'|binary('abc')|binary('ż')|x'0102030405'|x'80'|x'7b7d'|binary('x')|x'e282ac'|x'61'",
  },
  {
    name: "bytes",
    type: () => simple("binary"),
    values: "x''|x'01'|x'ff'|x'28'|binary('abd')|binary('z')|x'0102'|x'80'|x'7d'|binary('x')|x'ac'|x'61'",
  },
  {
    name: "numbers",
    type: (nulls) => array(simple("int"), nulls),
    values:
      "array()|array(1)|array(1, 2, 3)|array(2147483647, 1)|array((-2147483647 - 1), -1)|array(3, 1, 2)|array(0, 0)|array(5, 5, 6)|array(7)|array(-1, 0, 1)|array(1, 2)|array(9)",
    withNulls:
      "array()|array(null)|array(1, null, 3)|array(2147483647, 1)|array((-2147483647 - 1), -1)|array(3, 1, null)|array(0, 0)|array(5, 5, 6)|array(null, 7)|array(-1, 0, 1)|array(1, 2)|array(9)",
  },
  {
    name: "more",
    type: (nulls) => array(simple("int"), nulls),
    values:
      "array()|array()|array(3, 4)|array(1)|array(-1, -2)|array(1, 2, 3)|array(0)|array(5)|array(8, 9)|array(1)|array(2, 1)|array(9, 9)",
    withNulls:
      "array()|array(null)|array(3, 4, null)|array(1)|array(-1, -2)|array(null, 2, 3)|array(0)|array(5)|array(8, 9)|array(1)|array(2, 1)|array(9, 9)",
  },
  {
    name: "words",
    type: (nulls) => array(simple("string"), nulls),
    values:
      "array()|array('')|array('a', 'b')|array('b', 'a', 'b')|array('x')|array('1', '2')|array('ż')|array('a')|array('c')|array('d', 'e')|array('f', 'g')|array('h')",
    withNulls:
      "array()|array('')|array('a', null)|array('b', 'a', 'b')|array(null)|array('1', '2')|array('ż')|array('a')|array('c')|array('d', 'e')|array('f', null)|array('h')",
  },
  {
    name: "prices",
    type: (nulls) => array(decimal(9, 2), nulls),
    values:
      "array()|array(1.5)|array(1.5, 2.5)|array(9999999.99)|array(-1)|array(0)|array(3, 2)|array(1)|array(2)|array(3)|array(4)|array(5)",
    withNulls:
      "array()|array(null)|array(1.5, null)|array(9999999.99)|array(-1)|array(0)|array(3, 2)|array(1)|array(2)|array(3)|array(4)|array(5)",
  },
  {
    name: "nested",
    type: (nulls) => array(array(simple("int"), nulls), nulls),
    values:
      "array()|array(array())|array(array(1), array(2, 3))|array(array(1))|array(array(2))|array(array(3))|array(array(4))|array(array(5))|array(array(6))|array(array(7))|array(array(8))|array(array(9))",
    withNulls:
      "array()|array(null)|array(array(1), null)|array(array(1, null))|array(array(2))|array(array(3))|array(array(4))|array(array(5))|array(array(6))|array(array(7))|array(array(8))|array(array(9))",
  },
  {
    name: "items",
    type: (nulls) => array(item(nulls), nulls),
    values:
      "array()|array(struct('a', 1, 1.5))|array(struct('a', 1, 1.5), struct('b', 2, 2.5))|array(struct('', 0, 0))|array(struct('a', 2147483647, 9999999.99))|array(struct('c', 3, 3))|array(struct('d', 4, 4))|array(struct('e', 5, 5))|array(struct('f', 6, 6))|array(struct('g', 7, 7))|array(struct('h', 8, 8))|array(struct('i', 9, 9))",
    withNulls:
      "array()|array(null)|array(struct('a', null, 1.5), struct('b', 2, 2.5))|array(struct(null, 0, 0))|array(struct('a', 2147483647, 9999999.99))|array(struct('c', 3, 3))|array(struct('d', 4, null))|array(struct('e', 5, 5))|array(struct('f', 6, 6))|array(struct('g', 7, 7))|array(struct('h', 8, 8))|array(struct('i', 9, 9))",
  },
  {
    name: "counts",
    type: (nulls) => counts(nulls),
    values:
      "map()|map('a', 1)|map('a', 1, 'b', 2)|map('', 0)|map('x', 2147483647)|map('b', 3)|map('c', 4)|map('d', 5)|map('e', 6)|map('f', 7)|map('g', 8)|map('h', 9)",
    withNulls:
      "map()|map('a', null)|map('a', 1, 'b', null)|map('', 0)|map('x', 2147483647)|map('b', 3)|map('c', 4)|map('d', 5)|map('e', 6)|map('f', 7)|map('g', 8)|map('h', 9)",
  },
  {
    name: "more_counts",
    type: (nulls) => counts(nulls),
    values:
      "map()|map('b', 1)|map('a', 5, 'c', 2)|map('', 1)|map('x', 1)|map('b', 1)|map('c', 1)|map('d', 1)|map('e', 1)|map('f', 1)|map('g', 1)|map('A', 9, 'a', 1)",
    withNulls:
      "map()|map('b', null)|map('a', 5, 'c', 2)|map('', 1)|map('x', null)|map('b', 1)|map('c', 1)|map('d', 1)|map('e', 1)|map('f', 1)|map('g', 1)|map('A', 9, 'a', 1)",
  },
  {
    name: "item",
    type: (nulls) => item(nulls),
    values:
      "struct('', 0, 0)|struct('a', 1, 1.5)|struct('b', 2, 2.5)|struct('c', 2147483647, 9999999.99)|struct('d', -1, -1)|struct('e', 5, 5)|struct('f', 6, 6)|struct('g', 7, 7)|struct('h', 8, 8)|struct('i', 9, 9)|struct('j', 1, 1)|struct('k', 2, 2)",
    withNulls:
      "struct('', 0, 0)|struct(null, 1, 1.5)|struct('b', null, 2.5)|struct('c', 2147483647, 9999999.99)|struct('d', -1, null)|struct('e', 5, 5)|struct('f', 6, 6)|struct('g', 7, 7)|struct('h', 8, 8)|struct('i', 9, 9)|struct('j', 1, 1)|struct('k', 2, 2)",
  },
  {
    name: "other_item",
    type: (nulls) => item(nulls),
    values:
      "struct('', 0, 0)|struct('a', 2, 1.5)|struct('b', 2, 2.5)|struct('c', 1, 9999999.99)|struct('d', -1, -2)|struct('e', 5, 5)|struct('f', 6, 6)|struct('g', 7, 7)|struct('h', 8, 8)|struct('i', 9, 9)|struct('j', 1, 1)|struct('k', 2, 3)",
    withNulls:
      "struct('', 0, 0)|struct(null, 2, 1.5)|struct('b', 2, 2.5)|struct('c', null, 9999999.99)|struct('d', -1, -2)|struct('e', 5, 5)|struct('f', 6, 6)|struct('g', 7, 7)|struct('h', 8, 8)|struct('i', 9, 9)|struct('j', 1, 1)|struct('k', 2, 3)",
  },
];

/** Each column twice: `i` can be null and is so in three rows, `i_r` cannot. The last rows make both of a pair null in turn. */
export const testColumns: readonly TestColumn[] = [
  {
    name: "part",
    type: simple("int"),
    nullable: false,
    values: ["0", "0", "0", "0", "1", "1", "1", "2", "2", "3", "4", "5", "6", "6", "6"],
  },
  ...base.flatMap(({ name, type, values, withNulls }, at): readonly TestColumn[] => {
    const [required, nullable] = [values.split("|"), (withNulls ?? values).split("|")];
    const [one = ""] = required;
    const last = at % 2 === 0 ? ["null", nullable[1] ?? "", "null"] : [nullable[1] ?? "", "null", "null"];
    return [
      { name, type: type(true), nullable: true, values: [...nullable, ...last] },
      { name: `${name}_r`, type: type(false), nullable: false, values: [...required, one, one, one] },
    ];
  }),
];

export const scopeColumns: readonly ScopeColumn[] = testColumns.map(({ name, type, nullable }) => ({
  name,
  type,
  nullable,
}));

/** The columns of each type, the pair that goes together first. Their required twins end with `_r`. */
export const columnsOfType = {
  int: ["i", "j"],
  bigint: ["n", "m"],
  double: ["x", "y"],
  decimal: ["price", "total"],
  "great decimal": ["big", "big"],
  "whole decimal": ["huge", "huge"],
  string: ["name", "text"],
  boolean: ["flag", "ok"],
  date: ["day", "other_day"],
  timestamp: ["at", "later"],
  binary: ["body", "bytes"],
  "array of int": ["numbers", "more"],
  "array of string": ["words", "words"],
  "array of decimal": ["prices", "prices"],
  "array of array": ["nested", "nested"],
  "array of struct": ["items", "items"],
  map: ["counts", "more_counts"],
  struct: ["item", "other_item"],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type TestType = keyof typeof columnsOfType;

/** A type as Spark writes it in JSON. */
export function sparkJson(type: DataType): unknown {
  switch (type.kind) {
    case "decimal":
      return `decimal(${type.precision},${type.scale})`;
    case "int":
      return "integer";
    case "bigint":
      return "long";
    case "null":
      return "void";
    case "array":
      return { type: "array", elementType: sparkJson(type.element), containsNull: type.containsNull };
    case "map":
      return {
        type: "map",
        keyType: sparkJson(type.key),
        valueType: sparkJson(type.value),
        valueContainsNull: type.valueContainsNull,
      };
    case "struct":
      return {
        type: "struct",
        fields: type.fields.map((field) => ({
          name: field.name,
          type: sparkJson(field.type),
          nullable: field.nullable,
          metadata: {},
        })),
      };
    default:
      return type.kind;
  }
}
