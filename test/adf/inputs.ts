import type { Json } from "./factory.js";

/** Texts that an evaluator may spoil: quotes of every kind, what escapes, letters beyond ASCII, braces. */
const texts: readonly Json[] = [`it's "one" \\ @{x} é 👍`, ""];
const numbers: readonly Json[] = [1, 0, 100000];
const times: readonly Json[] = ["2026-10-25 02:30:00.0000001", "0001-01-01 00:00:00"];

const jobFiles = "abfss://data@shopprod.dfs.core.windows.net/_jobs/shop";
const mainFile = (version: string): Json => `${jobFiles}/${version}/shop_orders.py`;

/** By the last name of what is asked for; what is not listed is a text. */
const byName: Readonly<Record<string, readonly Json[]>> = {
  mark: times,
  until: times,
  read_at: times,
  start: times,
  windowStartTime: ["2026-10-25T02:30:00Z", "2024-02-29T23:59:59.1234567Z"],
  windowEndTime: ["2026-10-25T02:30:00Z", "2024-02-29T23:59:59.1234567Z"],
  utcNow: ["2026-10-25T02:30:00.1234567Z", "2024-02-29T23:59:59Z"],
  seen: [9007199254740991, 0],
  landing: numbers,
  lag: numbers,
  lag_seconds: numbers,
  changed: numbers,
  is_new: numbers,
  where: ["own", "master"],
  count: numbers,
  rowsCopied: [1, 0, 201],
  filesRead: numbers,
  total: [20, 0, 21, 61],
  FilteredItemsCount: numbers,
  sessions: [[{ id: 1 }], []],
  sluice_project: ["shop", "telemetry", "Shop"],
  sluice_job: ["shop_orders", "Telemetry_Readings"],
  file: [
    ...texts,
    mainFile("0123456789ab"),
    mainFile("0123"),
    mainFile("0123456789ab/of"),
    `${jobFiles}/shop_orders.py`,
  ],
  shop_job_files: [jobFiles],
  result: ["Uncertain", "Cancelled", null],
  state: ["running", "dead", null],
  may_be_empty: [true, false],
  header: [true, false],
  mapping: [
    { type: "TabularTranslator", mappings: [{ source: { name: "é", type: "Int64" }, sink: { name: "id" } }] },
    { type: "TabularTranslator", collectionReference: "$['a']", mapComplexValuesToString: true, mappings: [] },
  ],
  message: [`line 1\nline 2: "it's"\t\\ é 👍`, " "],
};

/** Of a run; what is not listed is a text. */
const variables: Readonly<Record<string, readonly Json[]>> = {
  runs: [false, true],
  from: ["0", "40"],
  looks: [[], ["in vain"], ["in vain", "in vain"]],
};

export const inputsForVariable = (name: string): readonly Json[] => variables[name] ?? texts;

/** Values that an expression may come to, by the way to them: at least one. */
export function inputsFor(path: readonly string[]): readonly Json[] {
  const name = path.at(-1) ?? "";
  if (path[0] === "parameters") return listOf(name);
  // Rows of a look-up; an answer of a service has a text by the same name.
  if (name === "value" && path[0] === "landed") return [rows, []];
  return byName[name] ?? texts;
}

const rows: Json = [
  { source: "shop/it's/bronze.orders", landing: 1 },
  { source: 'shop/"é"', landing: 10000000000 },
];

/** Lists of a pipeline's parameters are what loops go over; its other parameters are texts, or times of a trigger. */
const listOf = (name: string): readonly Json[] =>
  /(tables|sources|batches)(_\d+)?$/.test(name)
    ? [[{ source: "it's", header: true, lag_seconds: 0 }], []]
    : [...texts, ...times];
