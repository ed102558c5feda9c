/** What a landing holds in one place: null, or a text as it is written. */
export type Cell = string | null;

export const landed = (lake: string, table: string, landing: number): string =>
  `${lake}/bronze/shop/${table}/landing=${String(landing).padStart(10, "0")}/rows.csv`;

/** A file as Data Factory writes it: all texts in quotes, `\N` for null, and the mark of UTF-8 before it. */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[header, ...rows].map((row) => `${row.map(written).join(",")}\n`).join("")}`;

const written = (cell: Cell): string => (cell === null ? "\\N" : `"${cell.replaceAll('"', '""')}"`);

/** Rows with few keys, so that most change ones that are there, stay behind them, or only repeat them. `values`: by type. */
export function changesOf(columns: Readonly<Record<string, string>>, seed: number, values = everyValue): string {
  const random = randomOf(seed);
  const rows = Array.from({ length: 40 }, () =>
    Object.values(columns).map((type) => {
      const some = values[type.replace("!", "")] ?? [];
      const all = type.endsWith("!") ? some : [...some, null];
      return all[Math.floor(random() * all.length)] ?? null;
    }),
  );
  return csv(Object.keys(columns), rows);
}

const everyValue: Readonly<Record<string, readonly string[]>> = {
  string: [
    "robot",
    "",
    " ",
    "\\",
    "\\n",
    '"',
    '""',
    'a "b", c',
    ",",
    "one\ntwo",
    "one\r\ntwo",
    "\r",
    "Łucja",
    "𝄞",
    "#",
  ],
  bigint: ["1", "2", "3", "-9223372036854775808", "9223372036854775807", "007", "+8"],
  int: ["0", "-2147483648", "2147483647"],
  boolean: ["True", "False", "true"],
  double: ["1.5", "-1E+20", ".5", "0.1", "1.7976931348623157E+308", "5e-324"],
  "decimal(9,2)": ["1.5", "-9999999.99", "0012.3400", "12"],
  "decimal(4,4)": ["0.1234", ".5", "-0.9999", "0"],
  date: ["2026-03-01", "9999-12-31", "0001-01-01 00:00:00.0000000"],
  timestamp: [
    ...["2026-03-29T02:30:00", "2026-03-29 02:30:00.1234567", "2026-03-29 02:30:00.1234561", "1753-01-01T00:00:00"],
    ...["2026-03-29T04:30:00.5 +02:00", "2026-03-29T02:30:00.5Z", "9999-12-31T23:59:59.9999999"],
  ],
};

/** The same numbers for the same seed: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
