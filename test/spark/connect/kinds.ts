import type { TableRow } from "../../../local/runner/answers.js";
import type { Left } from "../faults/left.js";
import { made, type Project } from "../faults/project.js";

/**
 * A stream of each kind that is emitted: sources of a hub's Capture files, topics, files and Delta; repeats, late rows, windows, joins,
 * several inputs, a table made anew; sinks.
 */
const pipeline = `pipeline: shop
sources:
  readings: { kind: event-hub, connection: events, event_hub: readings, partitions: 2, capture: { every: 5 minutes, size: 300 MB }, read: capture, format: json, columns: { device: string, value: "decimal(9,2)", at: timestamp }, producer: { file: data/readings-*.csv, key: device } }
  payments: { kind: kafka, connection: log, topic: payments, partitions: 1, format: json, columns: { device: string, value: "decimal(9,2)", at: timestamp }, producer: { file: data/payments-*.csv, key: device } }
  notes: { kind: files, connection: landing, path: notes/*.json, format: json, columns: { note: int, device: string, text: string, at: timestamp }, producer: { file: data/notes/*.json } }
  prices: { kind: lake, connection: landing, path: prices, format: delta, changes: append_only, columns: { device: string, price: "decimal(9,2)", at: timestamp }, producer: { file: data/prices-*.csv } }
bronze:
  readings: { from: sources.readings }
  payments: { from: sources.payments }
  notes: { from: sources.notes }
  prices: { from: sources.prices }
silver:
  readings: { from: bronze.readings, columns: { device: device, value: value, at: at }, expect: { whole: { that: device is not null and at is not null, else: quarantine } }, watermark: { column: at, delay: 10 minutes }, deduplicate: { keys: [device, at], within: watermark }, late_rows: divert }
  payments: { from: bronze.payments, columns: { device: device, value: value, at: at }, expect: { whole: { that: device is not null and at is not null, else: drop } }, watermark: { column: at, delay: 10 minutes }, late_rows: drop }
  notes: { from: bronze.notes, columns: { note: note, device: device, text: text, at: at }, expect: { has_text: { that: text is not null and at is not null, else: quarantine } }, watermark: { column: at, delay: 10 minutes }, late_rows: drop }
  prices: { from: bronze.prices, columns: { device: device, price: price, at: at }, expect: { has_time: { that: at is not null, else: drop } }, watermark: { column: at, delay: 10 minutes }, late_rows: upsert }
gold:
  minutes: { from: silver.readings, window: { type: tumbling, column: at, size: 5 minutes }, group_by: [device], aggregates: { readings: count(*), highest: max(value) } }
  hopping: { from: silver.readings, window: { type: hopping, column: at, size: 10 minutes, hop: 5 minutes }, group_by: [device], aggregates: { readings: count(*) } }
  sessions: { from: silver.readings, window: { type: session, column: at, gap: 7 minutes }, group_by: [device], aggregates: { readings: count(*) } }
  both: { union: [silver.readings, silver.payments], columns: { device: device, at: at }, window: { type: tumbling, column: at, size: 1 hour }, group_by: [device], aggregates: { rows: count(*) } }
  paid: { from: silver.readings, join: { payments: { table: silver.payments, on: device, how: left, within: { after: 10 minutes }, columns: { paid: value } } } }
  noted: { from: silver.readings, join: { notes: { table: silver.notes, on: device, how: left, within: { after: 10 minutes }, columns: { note: note } } } }
  counted: { from: silver.readings, join: { totals: { table: gold.totals, on: device, how: left, columns: { all: readings } } } }
  known: { from: silver.readings, join: { prices: { table: silver.prices, on: device, how: semi } } }
  hours: { from: silver.prices, window: { type: tumbling, column: at, size: 1 hour }, aggregates: { prices: count(*), highest: max(price) } }
  totals: { from: silver.readings, group_by: [device], aggregates: { readings: count(*), lowest: min(value) }, write: replace }
sinks:
  lines: { from: gold.minutes, connection: exports, folder: minutes, format: json }
  sent: { from: silver.readings, where: value > 2, connection: log, topic: sent, partitions: 1, key: device }
  kept: { from: gold.minutes, connection: serving, database: shop, container: minutes, partition_key: device }
`;

/** What CI leaves to the long suite: other forms of what another of these tables shows. */
const others = ["payments", "hopping", "sessions", "both", "paid", "known"];

/** `isWhole`: with these. */
export function kindsProject(isWhole: boolean): Project {
  const isLeft = (line: string) => isWhole || !others.some((name) => line.startsWith(`  ${name}: `));
  return made({
    "sluice.yaml": `version: 1
project: kinds
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
environments: { local: { on: this-machine } }
connections:
  events: { kind: event-hubs, namespace: ns, identity: { secret: events-connection } }
  log: { kind: kafka, servers: "log.example.org:9092" }
  landing: { kind: storage, account: drop, container: landing }
  exports: { kind: storage, account: drop, container: exports }
  serving: { kind: cosmos, account: serving, api: nosql, identity: { secret: serving-key } }
`,
    "pipelines/shop.yaml": pipeline.split("\n").filter(isLeft).join("\n"),
    // The second wave moves the watermark past all windows of the first, and has rows that are late.
    "data/readings-1.csv": rows(
      "device,value,at,_body",
      ...["a,1.00,10:00,", "a,1.00,10:00,", "b,2.50,10:01,", "a,3.00,10:04,", "b,4.00,10:11,", "c,,10:12,", "c,5.00,,"],
      'd,,,"{""device"":"',
    ),
    "data/readings-2.csv": rows("device,value,at,_body", "a,6.00,09:00,", "a,3.00,10:04,", "z,9.00,14:00,"),
    "data/payments-1.csv": rows("device,value,at", "a,1.50,10:03", "b,2.00,10:30"),
    "data/payments-2.csv": rows("device,value,at", "z,9.00,14:00"),
    "data/notes/1.json": `${note(1, "a", "one", "10:03")}${note(2, "b", null, "10:02")}{"note": 3\n`,
    "data/notes/2.json": note(4, "z", "four", "14:00"),
    "data/prices-1.csv": rows("device,price,at", "a,10.00,10:30", "b,20.00,10:01"),
    "data/prices-2.csv": rows("device,price,at", "c,30.00,10:02", "z,5.00,14:00"),
  });
}

/** Their times as those of a day. */
const rows = (...lines: readonly string[]): string =>
  lines.map((line) => `${line.replace(/\d\d:\d\d/, (time) => `${day}${time}:00Z`)}\n`).join("");

const day = "2026-03-01T";

const note = (number: number, device: string, text: string | null, time: string): string =>
  `${JSON.stringify({ note: number, device, text, at: `${day}${time}:00Z` })}\n`;

/** Columns of a table, and its rows. */
type Table = readonly [columns: readonly string[], ...rows: readonly (readonly unknown[])[]];

const at = (time: string): string => `${day}${time}:00Z`;

/** What its tables must hold, worked out by hand from the rows and the YAML above. */
const worked: Readonly<Record<string, Table>> = {
  "silver.readings": [
    ["device", "value", "at"],
    ["a", "1.00", at("10:00")],
    ["b", "2.50", at("10:01")],
    ["a", "3.00", at("10:04")],
    ["b", "4.00", at("10:11")],
    ["c", null, at("10:12")],
    ["z", "9.00", at("14:00")],
  ],
  // The watermark of the first wave is 10:12 less 10 minutes.
  "silver.readings.late": [
    ["device", "value", "at"],
    ["a", "6.00", at("09:00")],
  ],
  "silver.readings.quarantine": [
    ["device", "value", "_violations"],
    ["c", "5.00", ["whole"]],
    [null, null, ["unparsable"]],
  ],
  "silver.notes": [
    ["note", "device", "at"],
    [1, "a", at("10:03")],
    [4, "z", at("14:00")],
  ],
  "silver.notes.quarantine": [
    ["note", "_violations"],
    [2, ["has_text"]],
    // Of a line that is not whole nothing is taken for a value.
    [null, ["unparsable"]],
  ],
  "silver.prices": [
    ["device", "price", "at"],
    ["a", "10.00", at("10:30")],
    ["b", "20.00", at("10:01")],
    ["c", "30.00", at("10:02")],
    ["z", "5.00", at("14:00")],
  ],
  "gold.minutes": [
    ["window_start", "window_end", "device", "readings", "highest"],
    [at("10:00"), at("10:05"), "a", 2, "3.00"],
    [at("10:00"), at("10:05"), "b", 1, "2.50"],
    [at("10:10"), at("10:15"), "b", 1, "4.00"],
    [at("10:10"), at("10:15"), "c", 1, null],
  ],
  "gold.noted": [
    ["device", "at", "note"],
    ["a", at("10:00"), 1],
    ["b", at("10:01"), null],
    ["a", at("10:04"), null],
    ["b", at("10:11"), null],
    ["c", at("10:12"), null],
    ["z", at("14:00"), 4],
  ],
  // By what there is of the totals when a reading comes, which are made anew before.
  "gold.counted": [
    ["device", "at", "all"],
    ["a", at("10:00"), 2],
    ["b", at("10:01"), 2],
    ["a", at("10:04"), 2],
    ["b", at("10:11"), 2],
    ["c", at("10:12"), 1],
    ["z", at("14:00"), 1],
  ],
  // The price of c is late, and corrects its window.
  "gold.hours": [
    ["window_start", "prices", "highest"],
    [at("10:00"), 3, "30.00"],
    [at("14:00"), 1, "5.00"],
  ],
  "gold.totals": [
    ["device", "readings", "lowest"],
    ["a", 2, "1.00"],
    ["b", 2, "2.50"],
    ["c", 1, null],
    ["z", 1, "9.00"],
  ],
  // On this machine documents stand in a Delta folder, whose columns have the table's types.
  "sinks.kept": [
    ["device", "readings", "highest"],
    ["a", 2, "3.00"],
    ["b", 1, "2.50"],
    ["b", 1, "4.00"],
    ["c", 1, null],
  ],
};

/** The same, each row as a text, sorted. */
export const workedOut: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(worked).map(([table, [, ...rows]]) => [table, sorted(rows)]),
);

/** What a run left of these tables and columns. */
export function compared(left: Left): Readonly<Record<string, readonly string[]>> {
  const found = Object.entries(worked).map(
    ([table, [columns]]) =>
      [table, sorted(rowsOf(left, table).map((row) => columns.map((name) => row[name] ?? null)))] as const,
  );
  return Object.fromEntries(found);
}

export const rowsOf = ({ tables }: Left, table: string): readonly TableRow[] =>
  (tables[table] ?? []).map((row) => Object.fromEntries(JSON.parse(row)));

function sorted(rows: readonly (readonly unknown[])[]): readonly string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
