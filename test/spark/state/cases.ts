import type { Verdict } from "../../../compiler/lock/change-table.js";

/** An event: `at` in minutes after ten. Each is later than those before it, so none is late however they are cut. */
export type Event = readonly [x: string, y: string, n: number, at: number];

/** The windows of ten minutes from 10:10 on are begun by the first wave and ended by the second. */
export const first: readonly Event[] = [
  ["a", "p", 1, 0],
  ["b", "p", 2, 3],
  ["a", "q", 3, 7],
  ["c", "p", 4, 11],
  ["c", "q", 2, 12],
];
export const second: readonly Event[] = [
  ["a", "q", 5, 13],
  ["c", "q", 5, 14],
  ["b", "p", 7, 18],
  ["z", "z", 0, 300],
];
const all = [...first, ...second];

/** A table in one line, as its columns are sorted by their names. */
export type Row = string;

export interface Case {
  /** The row of the table of changes. */
  readonly row: string;
  /** The measurement of Spark alone that it repeats with an emitted notebook. */
  readonly restart?: string;
  readonly change: string;
  /** The table's clauses. */
  readonly before: string;
  readonly after: string;
  /** What the notebook makes of it on the old checkpoint. */
  readonly old: Verdict;
  /** What the table holds once everything was read anew, or went on in place, of plain arithmetic. */
  readonly whole: readonly Row[];
  /** Of a table that appends windows: those that the first wave has closed stay, so only later ones tell. */
  readonly from?: number;
  /** The columns that tell; default: g, h and n. */
  readonly shows?: readonly string[];
  /** What it holds on the old checkpoint where Spark is right: rows that were made before stay as they were made. */
  readonly kept?: readonly Row[];
  readonly isInPlace?: true;
}

export const hour = (minutes: number): string =>
  [10 + Math.floor(minutes / 60), (minutes + 60) % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** The windows that the last event closes. */
function windows(
  bounds: (at: number) => readonly (readonly [number, number])[],
  key: (event: Event) => string | number,
  value: (events: readonly Event[]) => number,
  events: readonly Event[] = all,
): readonly Row[] {
  const groups = new Map<string, Event[]>();
  for (const event of events)
    for (const [start, end] of bounds(event[3])) {
      if (end > 299) continue;
      const name = `${hour(start)}-${hour(end)} ${key(event)}`;
      groups.set(name, [...(groups.get(name) ?? []), event]);
    }
  return [...groups].map(([name, of]) => `${name} ${value(of)}`).sort();
}

const tumbling = (size: number) => (at: number) => [[at - (at % size), at - (at % size) + size] as const];
const hopping = (size: number, hop: number) => (at: number) =>
  Array.from({ length: size / hop }, (_, i) => at - (at % hop) - i * hop).map(
    (start) => [start, start + size] as const,
  );
const sum = (of: readonly Event[]): number => of.reduce((total, [, , n]) => total + n, 0);
const max = (of: readonly Event[]): number => Math.max(...of.map(([, , n]) => n));

/** Sessions of a key: an event goes to the one before it that is less than the gap away. */
function sessions(gap: number): readonly Row[] {
  const found: { readonly x: string; readonly start: number; end: number; n: number }[] = [];
  for (const [x, , n, at] of all) {
    const open = found.find((one) => one.x === x && at < one.end);
    if (open) [open.end, open.n] = [at + gap, open.n + n];
    else found.push({ x, start: at, end: at + gap, n });
  }
  return found
    .filter(({ end }) => end <= 299)
    .map(({ x, start, end, n }) => `${hour(start)}-${hour(end)} ${x} ${n}`)
    .sort();
}

const counts = (more: { window?: string; columns?: string; where?: string; group?: string; n?: string } = {}): string =>
  [
    "from: base/silver.a",
    `columns: { ${more.columns ?? "g: x"}, n: n, at: at }`,
    ...(more.where ? [`where: ${more.where}`] : []),
    `window: { ${more.window ?? "type: tumbling, column: at, size: 10 minutes"} }`,
    `group_by: [${more.group ?? "g"}]`,
    `aggregates: { n: ${more.n ?? "sum(n)"} }`,
  ].join(", ");

const x = ([value]: Event): string => value;
const y = ([, value]: Event): string => value;
const ten = tumbling(10);

const rowsOf = (columns: string, more = ""): string => `from: base/silver.a, columns: { ${columns} }${more}`;
const session = (gap: number): string => `type: session, column: at, gap: ${gap} minutes`;

const events = (of: readonly Event[], shown: (event: Event) => string): readonly Row[] => of.map(shown).sort();

const watermarked = (delay: string): string =>
  `from: base/bronze.a, columns: { g: x, n: n, at: at }, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: ${delay} }, late_rows: drop`;
const once = (keys: string): string =>
  `from: base/bronze.a, columns: { g: x, h: y, n: n, at: try_cast('2026-03-01T10:00:00Z' as timestamp) }, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, deduplicate: { keys: [${keys}, at], within: watermark }, late_rows: drop`;

const every: readonly Case[] = [
  {
    ...{ row: "aggregates", change: "the sum becomes the maximum, of another type in the state", from: 10 },
    ...{ before: counts(), after: counts({ n: "cast(max(n) as bigint)" }), old: "refuses" },
    whole: windows(ten, x, max),
  },
  {
    ...{ row: "aggregates", restart: "R13a10", change: "the sum of something else", from: 10 },
    ...{ before: counts(), after: counts({ n: "sum(n * 10)" }), old: "wrong rows" },
    whole: windows(ten, x, (of) => 10 * sum(of)),
  },
  {
    ...{ row: "aggregates", change: "the sum becomes the mean, which is kept otherwise", from: 10 },
    ...{ before: counts(), after: counts({ n: "avg(n)" }), old: "refuses" },
    whole: windows(ten, x, (of) => sum(of) / of.length),
  },
  {
    ...{ row: "steps", restart: "R13a6", change: "the grouped column is another one of the same type", from: 10 },
    ...{ before: counts(), after: counts({ columns: "g: y" }), old: "wrong rows" },
    whole: windows(ten, y, sum),
  },
  {
    ...{ row: "steps", restart: "R13a7", change: "the grouped column has another type", from: 10 },
    ...{ before: counts(), after: counts({ columns: "g: n" }), old: "refuses" },
    whole: windows(ten, ([, , n]) => n, sum),
  },
  {
    ...{ row: "groups", restart: "R13a8", change: "one more column is grouped by", from: 10 },
    ...{ before: counts({ columns: "g: x, h: y" }), after: counts({ columns: "g: x, h: y", group: "g, h" }) },
    ...{ old: "refuses", whole: windows(ten, (event) => `${x(event)} ${y(event)}`, sum) },
  },
  {
    ...{ row: "window", restart: "R17a2", change: "shorter windows", from: 10 },
    ...{ before: counts(), after: counts({ window: "type: tumbling, column: at, size: 5 minutes" }) },
    ...{ old: "wrong rows", whole: windows(tumbling(5), x, sum) },
  },
  {
    ...{ row: "window", restart: "R17b", change: "windows that overlap", from: 10 },
    ...{ before: counts(), after: counts({ window: "type: hopping, column: at, size: 10 minutes, hop: 5 minutes" }) },
    ...{ old: "refuses", whole: windows(hopping(10, 5), x, sum) },
  },
  {
    ...{ row: "window", restart: "R17e", change: "sessions instead of windows of one length" },
    ...{ before: counts(), after: counts({ window: session(5) }), old: "refuses", whole: sessions(5) },
  },
  {
    ...{ row: "window", restart: "R17f", change: "a longer gap ends sessions", from: 11 },
    ...{ before: counts({ window: session(3) }), after: counts({ window: session(30) }) },
    ...{ old: "wrong rows", whole: sessions(30) },
  },
  {
    ...{ row: "window", restart: "R13x1", change: "a window over what were rows" },
    ...{ before: rowsOf("g: x, n: n, at: at"), after: counts(), old: "refuses", whole: windows(ten, x, sum) },
  },
  {
    ...{ row: "window", restart: "R13x2", change: "rows instead of windows", from: 10 },
    before: counts(),
    after: rowsOf("window_start: at, window_end: at, g: x, n: cast(n as bigint)"),
    old: "wrong rows",
    whole: events(all, ([g, , n, at]) => `${hour(at)}-${hour(at)} ${g} ${n}`),
  },
  {
    ...{ row: "delay", change: "a longer delay of a watermark" },
    ...{ before: watermarked("1 minute"), after: watermarked("1 hour"), old: "wrong rows" },
    whole: events([...all, ["l", "l", 9, 5]], ([g, , n]) => `${g} ${n}`),
  },
  {
    ...{
      row: "repeats",
      shows: ["n"],
      restart: "R13b2",
      change: "repeats are known by another column of the same type",
    },
    ...{ before: once("g"), after: once("n"), old: "wrong rows" },
    whole: ["1", "2", "3", "4", "5", "7", "9", "0"].sort(),
  },
  {
    ...{ row: "inputs", restart: "R01b", change: "one table less is read" },
    before: "union: [base/silver.a, base/silver.b], columns: { g: x, n: n }",
    ...{ after: rowsOf("g: x, n: n"), old: "refuses", whole: events(all, ([g, , n]) => `${g} ${n}`) },
  },
  {
    ...{ row: "explode", change: "other elements are rows" },
    before: 'from: base/silver.a, explode: { e: "array(x, y)" }, columns: { g: e, n: n }',
    after: 'from: base/silver.a, explode: { e: "array(x)" }, columns: { g: e, n: n }',
    ...{ old: "right rows", whole: events(all, ([g, , n]) => `${g} ${n}`) },
    kept: [
      ...first.flatMap(([g, h, n]) => [`${g} ${n}`, `${h} ${n}`]),
      ...second.map(([g, , n]) => `${g} ${n}`),
    ].sort(),
  },
  {
    ...{ row: "replaced", shows: ["x", "n"], change: "another sum in a table that is replaced" },
    before: "from: base/silver.s, write: replace, group_by: [x], aggregates: { n: sum(n) }",
    after: "from: base/silver.s, write: replace, group_by: [x], aggregates: { n: sum(n * 10) }",
    ...{ old: "wrong rows", whole: ["s 30"] },
  },
  {
    ...{ row: "stateless", restart: "R11b", change: "another expression in a table without state" },
    before: rowsOf("g: x, n: n"),
    ...{ after: rowsOf("g: x, n: n * 10"), old: "right rows", isInPlace: true },
    whole: [...events(first, ([g, , n]) => `${g} ${n}`), ...events(second, ([g, , n]) => `${g} ${n * 10}`)].sort(),
  },
  {
    ...{ row: "rhythm", change: "a longer interval between batches" },
    before: rowsOf("g: x, n: n", ", streaming: { trigger: 10 seconds }"),
    after: rowsOf("g: x, n: n", ", streaming: { trigger: 1 minute }"),
    ...{ old: "right rows", isInPlace: true, whole: events(all, ([g, , n]) => `${g} ${n}`) },
  },
];

/** Without SLUICE_LONG one case of each row and of each thing that Spark makes of it. */
export const cases: readonly Case[] =
  process.env["SLUICE_LONG"] === "1"
    ? every
    : every.filter((one, at) => every.findIndex(({ row, old }) => row === one.row && old === one.old) === at);

const clears = "the old checkpoint is what it is raised or written to leave: test/spark/reset shows what it clears";
const elsewhere =
  "not restarted on Spark: it needs a second source, sink or broker, and these cases have files and Delta tables";

/** Rows of the table of changes that no case restarts, and why. */
export const unmeasured: Readonly<Record<string, string>> = {
  backfill: clears,
  strict: "a change that goes on in place, as `stateless` shows, and that the project asks not to go on",
  ...{ hub: elsewhere, reader: elsewhere, partitions: elsewhere },
  ...{ "files-place": elsewhere, "files-form": elsewhere, "lake-place": elsewhere, "lake-form": elsewhere },
  landing: "Spark keeps no checkpoint of it",
  merging: "Spark keeps no checkpoint of it",
  pairs: "not restarted on Spark as an emitted notebook: test/restarts.ts has what was measured of Spark alone",
  "more-partitions": "it goes on with a new checkpoint: test/spark/continue shows it",
  "lookup-and-state": "as `lookup`",
  lookup: "not restarted on Spark: what differs is a batch that was recorded and not finished",
  corrected: "not restarted on Spark",
  state:
    "the first row that fits decides: `window`, `groups` and `aggregates` have the cases of a state that comes or goes",
  ...{ store: elsewhere, "document-keys": elsewhere, "file-form": elsewhere },
  table: "the new place is empty, whatever the checkpoint",
  unknown: "it cannot be said in YAML: it is of locks that another version wrote",
  shape: "no query starts: test/spark/storage shows it",
  ...{ words: "no text of a query differs", names: "the text of the query is the same, as paths keep the first names" },
  ...{ late: "not restarted on Spark", undeciding: "not restarted on Spark" },
  growing: "test/spark/sources/columns-added restarts it",
  delivered: elsewhere,
  beside: "anything else is no change of its own",
};
