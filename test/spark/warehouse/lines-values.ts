import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The fields of a line of the golden's visits, as they are written. */
const fields = {
  id: "1",
  seats: "2",
  guest: '"a"',
  paid: "true",
  spent: "1.50",
  weight: "1.5",
  day: '"2026-03-01"',
  at: '"2026-03-01T10:00:00Z"',
};

type Column = keyof typeof fields;

/** The columns of the view, in its order. */
export const order = ["id", "seats", "guest", "paid", "spent", "weight", "day", "at"] as const;

/** A line with another value, or with a field left out (undefined). */
export const lineOf = (other: Partial<Readonly<Record<Column, string | undefined>>> = {}): string =>
  `{${Object.entries({ ...fields, ...other })
    .flatMap(([name, value]) => (value === undefined ? [] : [`"${name}":${value}`]))
    .join(",")}}\n`;

/** Makes a lake with landings of the golden's visits, a text for each. `script`: that of the views. */
export function lakeOfLines(lake: string, script: string, ...texts: readonly string[]): string {
  const [, path = ""] = /BULK '(bronze\/visits\/[^*]+)\*/.exec(script) ?? [];
  for (const [at, text] of texts.entries()) {
    const folder = join(lake, `${path}${String(at + 1).padStart(10, "0")}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "rows.json"), text);
  }
  return lake;
}

/** How values may be written, and what they are then, as the pool has them. */
export const fits: readonly (readonly [Column, string | undefined, string | null])[] = [
  ...order.flatMap(
    (column) =>
      [
        [column, undefined, null],
        [column, "null", null],
      ] as const,
  ),
  ["id", "-7", "-7"],
  ["id", "9223372036854775807", "9223372036854775807"],
  ["seats", " 0 ", "0"],
  ["seats", "-2147483648", "-2147483648"],
  ["guest", '""', ""],
  ["guest", '"a \\"b\\" \\u017c\\n\\\\N \\/"', 'a "b" ż\n\\N /'],
  ["guest", '"żółw 漢字 🦔"', "żółw 漢字 🦔"],
  ["guest", '"\\ud83e\\udd94 "', "🦔 "],
  ["guest", '"null"', "null"],
  ["guest", '"{\\"id\\":7}"', '{"id":7}'],
  ["guest", `"${"x".repeat(8000)}"`, "x".repeat(8000)],
  ["guest", `"${"é".repeat(4000)}"`, "é".repeat(4000)],
  ["paid", "false", "0"],
  ["spent", "12", "12.00"],
  ["spent", "1.5000", "1.50"],
  ["spent", "-0.01", "-0.01"],
  ["spent", '"1.50"', "1.50"],
  ["spent", '"-7"', "-7.00"],
  ["weight", "-2e-3", "-0.002"],
  ["weight", "1E2", "100.0"],
  ["weight", "7", "7.0"],
  ["day", '"0001-01-01T00:00:00.000Z"', "0001-01-01"],
  ["day", '"2026-03-01 00:00:00"', "2026-03-01"],
  ["at", '"2026-03-01 10:00:00"', "2026-03-01T10:00:00.000000"],
  ["at", '"2026-03-01T10:00:00.1234567Z"', "2026-03-01T10:00:00.123456"],
  ["at", '"2026-03-01T10:00:00.12+02:00"', "2026-03-01T08:00:00.120000"],
];

/** What is no value of its column, and texts that are longer than the pool has place for. */
export const misfits: readonly (readonly [Column, string])[] = [
  ...['"1"', "1.0", "1e3", "9223372036854775808", "true", "[1]", '{"id":1}'].map((text) => ["id", text] as const),
  ...["2147483648", '""', '"7"', "1.5"].map((text) => ["seats", text] as const),
  ...["1", "true", '["a"]', "{}", `"${"x".repeat(8001)}"`, `"${"é".repeat(4001)}"`].map(
    (text) => ["guest", text] as const,
  ),
  ...['"true"', "1", "0", '""'].map((text) => ["paid", text] as const),
  ...["1.239", '"1.239"', "12345678", '"1,50"', '""', "true", "1e2", `0.${"0".repeat(8000)}1`].map(
    (text) => ["spent", text] as const,
  ),
  ...['"1.5"', '"NaN"', "1e999", "true"].map((text) => ["weight", text] as const),
  ...["20454", '"2026-13-01"', '"2026-03-01T00:00:01"', '"soon"', '""'].map((text) => ["day", text] as const),
  ...["1767225600", '"2026-03-01"', '"10:00"', '"2026-03-01T25:00:00"', '""'].map((text) => ["at", text] as const),
];

/** By what is wrong with it: a landing that has a line which is no object, or one with a field twice. */
export const broken: Readonly<Record<string, string>> = {
  cut: `${lineOf()}{"id":2,`,
  array: `${lineOf()}[{"id":2}]\n`,
  word: `null\n${lineOf()}`,
  number: "1\n",
  text: '"a"\n',
  two: `{"id":2} {"id":3}\n`,
  quotes: "{'id':2}\n",
  unquoted: "{id:2}\n",
  comma: '{"id":2,}\n',
  nan: '{"id":2,"weight":NaN}\n',
  control: '{"id":2,"guest":"a\tb"}\n',
  mark: `\ufeff${lineOf()}`,
  twice: '{"id":2,"guest":"a","guest":"a"}\n',
  twice_null: '{"id":2,"seats":null,"seats":1}\n',
  twice_other: '{"id":2,"id":3}\n',
};

/** What is passed over or not read: lines with nothing, fields of other names, what is nested. */
export const passed = [
  "\n",
  "   \n",
  lineOf(),
  `  ${lineOf().trim()}\r\n`,
  '{"ID":7,"id ":8," id":9,"i":10,"id\\u0020":11,"tags":["id",{"id":12}],"place":{"id":13,"guest":"x"},"other":"{","tags ":1e400}\n',
  "{}\n",
  " { } \n",
  '{"\\u0069d":5}',
].join("");

/** What a notebook takes all the same: of those that do not fit the values, of what is broken the lines. */
export const taken = {
  misfits: [
    "guest 1",
    "guest true",
    'guest ["a"]',
    "guest {}",
    `guest "${"x".repeat(22)}`,
    `guest "${"é".repeat(22)}`,
    "spent 1e2",
    'weight "NaN"',
    "weight 1e999",
    'at "2026-03-01"',
  ],
  broken: ["quotes", "nan", "mark"],
} as const;

/** A value that does not fit, by its column and how it begins. */
export const nameOfMisfit = ([column, text]: readonly [string, string]): string => `${column} ${text.slice(0, 23)}`;
