import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The cells of a record of the golden's sales, by the header's order, as the orchestrator writes them. */
const cells = {
  changed_at: "2026-03-01T10:00:00.0000000",
  day: "2026-03-01T00:00:00.0000000",
  gift: "True",
  id: "1",
  item: "a",
  price: "1.50",
  store: "1",
  weight: "1.5",
};

type Column = keyof typeof cells;

export const record = (other: Partial<typeof cells> = {}): string =>
  `${Object.values({ ...cells, ...other })
    .map((cell) => `"${cell}"`)
    .join(",")}\n`;

/** Makes a lake with one landing of the golden's sales: a header, and this text behind it. `script`: that of the views. */
export function lakeWith(lake: string, script: string, text: string): string {
  const [, path = ""] = /BULK '(bronze\/sales\/[^*]+)\*/.exec(script) ?? [];
  const folder = join(lake, `${path}0000000001`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "rows.csv"),
    `\ufeff"changed_at","day","gift","id","item","price","store","weight"\n${text}`,
  );
  return lake;
}

/** How values may be written, and what they are then, as the pool has them. */
export const fits: readonly (readonly [Column, string, string | null])[] = [
  ...([
    ["id", "+007", "7"],
    ["id", "-0", "0"],
    ["store", "\\N", null],
    ["price", "1.5000", "1.50"],
    ["price", "+.5", "0.50"],
  ] as const),
  ...([
    ["price", "0001.", "1.00"],
    ["gift", "tRuE", "1"],
    ["gift", "FALSE", "0"],
    ["weight", "+.5E1", "5.0"],
    ["weight", "1.", "1.0"],
  ] as const),
  ...([
    ["weight", "-2e-3", "-0.002"],
    ["day", "2026-03-01", "2026-03-01"],
    ["day", "0001-01-01 00:00:00.000Z", "0001-01-01"],
  ] as const),
  ["changed_at", "2026-03-01 10:00:00", "2026-03-01T10:00:00.000000"],
  ["changed_at", "2026-03-01T10:00:00.1234567Z", "2026-03-01T10:00:00.123456"],
  ["changed_at", "2026-03-01T10:00:00.12+02:00", "2026-03-01T08:00:00.120000"],
  ["changed_at", "2026-03-01T00:30:00.1 +02:00", "2026-02-28T22:30:00.100000"],
  ["changed_at", "2026-03-01T10:00:00.0000009-05:30", "2026-03-01T15:30:00.000000"],
  ["item", "\\N", null],
  ["id", "\\N", null],
  ["price", "\\N", null],
  ["gift", "\\N", null],
  ["weight", "\\N", null],
  ["day", "\\N", null],
  ["changed_at", "\\N", null],
  ["item", "é".repeat(4000), "é".repeat(4000)],
  ["price", "12", "12.00"],
  ["gift", "fAlSe", "0"],
  ["changed_at", "2026-03-01T10:00:00Z", "2026-03-01T10:00:00.000000"],
  ["item", "\\n", "\\n"],
  ["item", "\\N  ", "\\N  "],
  ["item", "", ""],
];

/** What is no value of its column, and texts that are longer than the pool has place for. */
export const misfits: readonly (readonly [Column, string])[] = [
  ...["", " ", "-", "+", " 5", "5 ", "5.0", "1e3", "9223372036854775808", "0x1", "1\n2"].map(
    (text) => ["id", text] as const,
  ),
  ...["2147483648", "", "a"].map((text) => ["store", text] as const),
  ...["", "1.239", "12345678", "1.2.3", "1,5", ".", "-", "1.50 ", "1e2"].map((text) => ["price", text] as const),
  ...["", "1", "yes", "true ", "tru"].map((text) => ["gift", text] as const),
  ...["", "1e", "NaN", "1d5", "1e999", "-", ".", "1,5", "1 ", "- 1", "Infinity", ".e1"].map(
    (text) => ["weight", text] as const,
  ),
  ...["", "2026-13-01", "2026-03-01T00:00:01", "20260301", "2026-3-1", "2026-03-01T00:00:00+02:00", "2026-03-01 "].map(
    (text) => ["day", text] as const,
  ),
  ...[
    "",
    "2026-03-01",
    "2026-03-01 10:00:00 PM",
    "2026-03-01T10:00:00.12345678",
    "2026-03-01T10:00",
    "2026-03-01T25:00:00",
  ].map((text) => ["changed_at", text] as const),
  ...["2026-03-01T10:00:00,5", "0001-01-01T00:00:00+02:00", "2026-03-01T10:00:00:500"].map(
    (text) => ["changed_at", text] as const,
  ),
  ["gift", "ab"],
  ["day", "ab"],
  ["changed_at", "ab"],
  ["item", "x".repeat(8001)],
  ["item", "é".repeat(4001)],
];

/** By what is wrong with a landing: records with a cell less, ones that are not written to their end, and a line that is none. */
export const broken: Readonly<Record<string, string>> = {
  fewer: `${record()}"2026-03-01T10:00:00","2026-03-01","True","2","a","1.50","1"\n`,
  unquoted: record().replace(',"1.5"\n', ",\n"),
  ended: record().slice(0, -5),
  between: record().slice(0, record().indexOf('"a"') + 3),
  empty: `${record()}\n${record({ id: "2" })}`,
  more: record().replace("\n", ',"1"\n'),
};
