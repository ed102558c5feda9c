import type { Verdict } from "../../../compiler/lock/change-table.js";
import {
  all,
  type Event,
  events,
  first,
  hopping,
  hour,
  late,
  max,
  pairs,
  type Row,
  second,
  sessions,
  sum,
  tumbling,
  windows,
  x,
  y,
} from "./events.js";

export interface Case {
  /** The row of the table of changes. */
  readonly row: string;
  /** Other rows that the same change is of: of what goes on in place, so each of them is harmless. */
  readonly also?: readonly string[];
  /** The measurement of Spark alone that it repeats with an emitted notebook. */
  readonly restart?: string;
  readonly change: string;
  /** The table's or sink's clauses; `$` is its name. A table of a source stands in bronze, others in gold. */
  readonly before: string;
  readonly after: string;
  /** Clauses of `silver.$`, from which it reads. */
  readonly below?: readonly [before: string, after: string];
  /** The table gets another name, by `renamed_from`. */
  readonly isRenamed?: true;
  /** What the notebook makes of it on the old checkpoint. */
  readonly old: Verdict;
  /** How Spark refuses it: any other error of the notebook is none. */
  readonly refusal?: RegExp;
  /** What the table holds once everything was read anew, or went on in place, of plain arithmetic. */
  readonly whole: readonly Row[];
  /** Of a table that appends windows: those that the first wave has closed stay, so only later ones tell. */
  readonly from?: number;
  /** The columns that tell; default: g, h and n. */
  readonly shows?: readonly string[];
  /** What it holds on the old checkpoint where Spark is right and we begin anew: rows that were made before stay as they were made. */
  readonly kept?: readonly Row[];
  readonly isInPlace?: true;
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

const ten = tumbling(10);

const rowsOf = (columns: string, more = ""): string => `from: base/silver.a, columns: { ${columns} }${more}`;
const session = (gap: number): string => `type: session, column: at, gap: ${gap} minutes`;

const hasAt = "expect: { has_at: { that: at is not null, else: drop } }";
const watermarked = (delay: string, more: { columns?: string; late?: string; more?: string } = {}): string =>
  `from: base/bronze.a, columns: { ${more.columns ?? "g: x, n: n"}, at: at }, ${hasAt}, watermark: { column: at, delay: ${delay} }, late_rows: ${more.late ?? "drop"}${more.more ?? ""}`;
const corrected = (delay: string): string => watermarked(delay, { columns: "x: x, n: n", late: "upsert" });
const repeated = `from: base/bronze.a, columns: { g: x, h: y, n: n, at: try_cast('2026-03-01T10:00:00Z' as timestamp) }, ${hasAt}`;
const once = (keys: string): string =>
  `${repeated}, watermark: { column: at, delay: 1 minute }, deduplicate: { keys: [${keys}, at], within: watermark }, late_rows: drop`;
const viewed = (n: string): string => `materialize: false, from: base/silver.a, columns: { x: x, n: ${n}, at: at }`;
const filtered = (where: string): string => `materialize: false, from: base/bronze.a, where: ${where}`;
const distinct = `from: silver.$, columns: { g: x, n: n, at: at }, ${hasAt}, watermark: { column: at, delay: 1 minute }, deduplicate: { keys: [g, at], within: watermark }, late_rows: drop`;
const sums =
  "from: silver.$, window: { type: tumbling, column: at, size: 10 minutes }, group_by: [x], aggregates: { n: sum(n) }";
const joined = (within: number, more: { on?: string; columns?: string } = {}): string =>
  `from: base/silver.a, columns: { x: x, y: y, at: at }, join: { o: { table: base/silver.b, on: ${more.on ?? "x = o.x"}, how: inner, within: { after: ${within} minutes }, columns: ${more.columns ?? "{ n: n }"} } }`;
const lookedUp = (on: string): string =>
  `from: base/silver.a, columns: { x: x, y: y, n: n }, join: { s: { table: base/silver.s, on: ${on}, how: semi } }`;
const looked = (on: string): string =>
  watermarked("1 minute", {
    columns: "g: x, y: y, n: n",
    more: `, join: { s: { table: base/silver.s, on: ${on.replace("x =", "g =")}, how: semi } }`,
  });

const sent = (more: { folder?: string; format?: string; columns?: string; where?: string } = {}): string =>
  `from: base/silver.a, connection: sent, folder: $/${more.folder ?? "one"}, format: ${more.format ?? "json"}, columns: [${more.columns ?? "x, n"}]${more.where ? `, where: ${more.where}` : ""}`;

/** A state of other columns: Spark compares its schema in one task, and its rows in those beside it, whichever is first. */
const otherState =
  /StateSchemaNotCompatible: Provided schema doesn't match|InvalidUnsafeRowException: The streaming query failed by state format invalidation/;
/** No state was ever written there. */
const noState = /Error reading delta file .*\/state\/0\/\d+\/1\.delta/;

/** What is looked up in: the keys of `s`. */
const matched = (of: readonly Event[], key: (event: Event) => string): readonly Row[] =>
  events(
    of.filter((event) => ["s", "a", "p"].includes(key(event))),
    ([x, , n]) => `${x} ${n}`,
  );

const withoutTwos = (of: readonly Event[]): readonly Event[] => of.filter(([, , n]) => n !== 2);

export const every: readonly Case[] = [
  {
    ...{ row: "aggregates", change: "the sum becomes the maximum, of another type in the state", from: 10 },
    ...{ before: counts(), after: counts({ n: "cast(max(n) as bigint)" }), old: "refuses", refusal: otherState },
    whole: windows(ten, x, max),
  },
  {
    ...{ row: "aggregates", restart: "R13a10", change: "the sum of something else", from: 10 },
    ...{ before: counts(), after: counts({ n: "sum(n * 10)" }), old: "wrong rows" },
    whole: windows(ten, x, (of) => 10 * sum(of)),
  },
  {
    ...{ row: "aggregates", change: "the sum becomes the mean, which is kept otherwise", from: 10 },
    ...{ before: counts(), after: counts({ n: "avg(n)" }), old: "refuses", refusal: otherState },
    whole: windows(ten, x, (of) => sum(of) / of.length),
  },
  {
    ...{
      row: "aggregates",
      restart: "R13a3",
      change: "the sum becomes the maximum, of the same type in the state",
      from: 10,
    },
    ...{ before: counts({ n: "sum(cast(n as double))" }), after: counts({ n: "max(cast(n as double))" }) },
    old: "wrong rows",
    whole: windows(ten, x, max),
  },
  {
    ...{ row: "steps", restart: "R13a6", change: "the grouped column is another one of the same type", from: 10 },
    ...{ before: counts(), after: counts({ columns: "g: y" }), old: "wrong rows" },
    whole: windows(ten, y, sum),
  },
  {
    ...{ row: "steps", restart: "R13a7", change: "the grouped column has another type", from: 10 },
    ...{ before: counts(), after: counts({ columns: "g: n" }), old: "refuses", refusal: otherState },
    whole: windows(ten, ([, , n]) => n, sum),
  },
  {
    ...{ row: "steps", shows: ["x", "n"], change: "another expression in a view before a window", from: 10 },
    ...{ before: sums, after: sums, below: [viewed("n"), viewed("n * 10")], old: "wrong rows" },
    whole: windows(ten, x, (of) => 10 * sum(of)),
  },
  {
    ...{ row: "steps", change: "another filter in a view before repeats are removed" },
    ...{ before: distinct, after: distinct, below: [filtered("n <> 100"), filtered("n <> 2")], old: "wrong rows" },
    whole: events(withoutTwos([...all, late]), ([g, , n]) => `${g} ${n}`),
  },
  {
    ...{ row: "steps", change: "an expectation before repeats are removed gets another name" },
    ...{
      before: distinct,
      after: distinct.replace("has_at:", "is_timed:"),
      below: [filtered("n <> 2"), filtered("n <> 2")],
    },
    ...{ old: "right rows", kept: events(withoutTwos(all), ([g, , n]) => `${g} ${n}`) },
    whole: events(withoutTwos([...all, late]), ([g, , n]) => `${g} ${n}`),
  },
  {
    ...{ row: "groups", restart: "R13a8", change: "one more column is grouped by", from: 10 },
    ...{ before: counts({ columns: "g: x, h: y" }), after: counts({ columns: "g: x, h: y", group: "g, h" }) },
    ...{ old: "refuses", refusal: otherState, whole: windows(ten, (event) => `${x(event)} ${y(event)}`, sum) },
  },
  {
    ...{ row: "window", restart: "R17a2", change: "shorter windows", from: 10 },
    ...{ before: counts(), after: counts({ window: "type: tumbling, column: at, size: 5 minutes" }) },
    ...{ old: "wrong rows", whole: windows(tumbling(5), x, sum) },
  },
  {
    ...{ row: "window", restart: "R17b", change: "windows that overlap", from: 10 },
    ...{ before: counts(), after: counts({ window: "type: hopping, column: at, size: 10 minutes, hop: 5 minutes" }) },
    ...{ old: "refuses", refusal: otherState, whole: windows(hopping(10, 5), x, sum) },
  },
  {
    ...{ row: "window", restart: "R17e", change: "sessions instead of windows of one length" },
    ...{
      before: counts(),
      after: counts({ window: session(5) }),
      old: "refuses",
      refusal: otherState,
      whole: sessions(5),
    },
  },
  {
    ...{ row: "window", restart: "R17f", change: "a longer gap ends sessions", from: 11 },
    ...{ before: counts({ window: session(3) }), after: counts({ window: session(30) }) },
    ...{ old: "wrong rows", whole: sessions(30) },
  },
  {
    ...{ row: "window", restart: "R13x1", change: "a window over what were rows" },
    ...{
      before: rowsOf("g: x, n: n, at: at"),
      after: counts(),
      old: "refuses",
      refusal: noState,
      whole: windows(ten, x, sum),
    },
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
    ...{
      after: rowsOf("g: x, n: n"),
      old: "refuses",
      refusal: /There are \[2\] sources in the checkpoint offsets and now there are \[1\] sources requested/,
      whole: events(all, ([g, , n]) => `${g} ${n}`),
    },
  },
  {
    ...{ row: "explode", change: "other elements are rows" },
    before: 'from: base/silver.a, explode: { e: "array(x, y)" }, columns: { g: e, n: n }',
    after: 'from: base/silver.a, explode: { e: "array(x)" }, columns: { g: e, n: n }',
    old: "right rows",
    whole: [
      ...first.flatMap(([g, h, n]) => [`${g} ${n}`, `${h} ${n}`]),
      ...second.map(([g, , n]) => `${g} ${n}`),
    ].sort(),
  },
  {
    ...{ row: "replaced", shows: ["x", "n"], change: "another sum in a table that is replaced" },
    before: "from: base/silver.s, write: replace, group_by: [x], aggregates: { n: sum(n) }",
    after: "from: base/silver.s, write: replace, group_by: [x], aggregates: { n: sum(n * 10) }",
    ...{ old: "wrong rows", whole: ["a 10", "p 20", "s 30"] },
  },
  {
    ...{ row: "stateless", restart: "R11b", change: "another expression in a table without state" },
    before: rowsOf("g: x, n: n"),
    ...{ after: rowsOf("g: x, n: n * 10"), old: "right rows", isInPlace: true },
    whole: [...events(first, ([g, , n]) => `${g} ${n}`), ...events(second, ([g, , n]) => `${g} ${n * 10}`)].sort(),
  },
  {
    ...{ row: "rhythm", also: ["words"], change: "a longer interval between batches, and a description" },
    before: rowsOf("g: x, n: n", ", streaming: { trigger: 10 seconds }"),
    after: rowsOf("g: x, n: n", ', streaming: { trigger: 1 minute }, description: "What came."'),
    ...{ old: "right rows", isInPlace: true, whole: events(all, ([g, , n]) => `${g} ${n}`) },
  },
  {
    ...{ row: "undeciding", also: ["late"], change: "another expression beside a state, and late rows are kept apart" },
    before: watermarked("1 minute"),
    after: watermarked("1 minute", { columns: "g: x, n: n * 10", late: "divert" }),
    ...{ old: "right rows", isInPlace: true },
    whole: [
      ...events(first, ([g, , n]) => `${g} ${n}`),
      ...events(second, ([g, , n]) => `${g} ${n * 10}`),
      "late: l 90",
    ].sort(),
  },
  {
    ...{ row: "delay-upsert", shows: ["x", "n"], change: "a longer delay above windows that late rows correct" },
    ...{ before: sums, after: sums, old: "right rows", isInPlace: true },
    below: [corrected("1 minute"), corrected("1 hour")],
    whole: [...windows(ten, x, sum, [...all, late]), "15:00-15:10 z 0"].sort(),
  },
  {
    ...{ row: "names", change: "another name of a table of windows", isRenamed: true },
    ...{ before: counts(), after: counts(), old: "right rows", isInPlace: true, whole: windows(ten, x, sum) },
  },
  {
    ...{ row: "backfill", change: "windows are made again" },
    ...{ before: counts(), after: `${counts()}, backfill: 1`, old: "right rows", whole: windows(ten, x, sum) },
  },
  {
    ...{ row: "pairs", shows: ["x", "at", "n"], change: "pairs by another key" },
    ...{ before: joined(5), after: joined(5, { on: "y = o.y" }), old: "wrong rows", whole: pairs(5, y) },
  },
  {
    ...{ row: "pairs", shows: ["x", "at", "n"], restart: "R13c4", change: "pairs further apart" },
    ...{ before: joined(1), after: joined(60), old: "wrong rows", whole: pairs(60, x) },
  },
  {
    ...{ row: "lookup", shows: ["x", "n"], change: "rows are looked up by another column" },
    ...{ before: lookedUp("x = s.x"), after: lookedUp("y = s.x"), old: "right rows" },
    whole: [...matched(first, ([x]) => x), ...matched(second, ([, y]) => y)].sort(),
  },
  {
    ...{ row: "lookup-and-state", change: "rows of a watermark are looked up by another column" },
    ...{ before: looked("x = s.x"), after: looked("y = s.x"), old: "right rows" },
    whole: matched(all, ([, y]) => y),
    kept: [...matched(first, ([x]) => x), ...matched(second, ([, y]) => y)].sort(),
  },
  {
    ...{ row: "state", shows: ["n"], change: "repeats are no longer removed" },
    ...{ before: once("g"), after: repeated, old: "wrong rows" },
    whole: events([...all, late], ([, , n]) => `${n}`),
  },
  {
    ...{ row: "corrected", shows: ["x", "n"], change: "windows are corrected by late rows" },
    ...{ before: sums, after: sums },
    below: [watermarked("1 minute", { columns: "x: x, n: n" }), corrected("1 minute")],
    old: "refuses",
    refusal: /UNRESOLVED_COLUMN\S* A column or function parameter with name `_parts`/,
    whole: [...windows(ten, x, sum, [...all, late]), "15:00-15:10 z 0"].sort(),
  },
  {
    ...{ row: "files-place", shows: ["body"], change: "files are moved, and looked for there" },
    ...{ before: "from: sources.here", after: "from: sources.there", old: "wrong rows" },
    whole: events(all, ([g, , n]) => `${g},${n}`),
  },
  {
    ...{ row: "files-form", shows: ["body"], change: "files have no header" },
    ...{ before: "from: sources.headed", after: "from: sources.bare", old: "wrong rows" },
    whole: events(all, ([g, , n]) => `${g},${n}`),
  },
  {
    ...{ row: "lake-place", shows: ["x", "n"], change: "another table of others" },
    ...{
      before: "from: sources.one",
      after: "from: sources.two",
      old: "refuses",
      refusal: /DIFFERENT_DELTA_TABLE_READ_BY_STREAMING_SOURCE/,
    },
    whole: events(all, ([g, , n]) => `${g} ${n}`),
  },
  {
    ...{ row: "lake-form", shows: ["x", "y"], change: "another column is read of a table of others" },
    ...{
      before: "from: sources.one",
      after: "from: sources.other",
      old: "refuses",
      refusal: /A schema mismatch detected when writing to the Delta table/,
    },
    whole: events(all, ([g, h]) => `${g} ${h}`),
  },
  {
    ...{ row: "growing", shows: ["x", "y", "n"], change: "one more column is added to a table" },
    before: "from: sources.one, on_schema_change: add",
    ...{ after: "from: sources.wide, on_schema_change: add", old: "right rows", isInPlace: true },
    whole: [
      ...events(first, ([g, , n]) => `${g} null ${n}`),
      ...events(second, ([g, h, n]) => `${g} ${h} ${n}`),
    ].sort(),
  },
  {
    ...{ row: "store", shows: ["x", "n"], change: "files are sent to another folder" },
    ...{ before: sent(), after: sent({ folder: "two" }), old: "wrong rows" },
    whole: events(all, ([g, , n]) => `${g} ${n}`),
  },
  {
    ...{ row: "file-form", shows: ["n", "y"], change: "the columns of CSV are in another order" },
    before: sent({ format: "csv", columns: "y, n" }),
    ...{ after: sent({ format: "csv", columns: "n, y" }), old: "wrong rows" },
    whole: events(all, ([, h, n]) => `${n} ${h}`),
  },
  {
    ...{ row: "file-form", shows: ["x", "n"], change: "one more column is sent" },
    ...{ before: sent({ columns: "x" }), after: sent(), old: "wrong rows" },
    whole: events(all, ([g, , n]) => `${g} ${n}`),
  },
  {
    ...{ row: "file-form", shows: ["x", "n"], change: "files of another format are sent" },
    ...{ before: sent(), after: sent({ format: "csv" }), old: "wrong rows" },
    whole: events(all, ([g, , n]) => `${g} ${n}`),
  },
  {
    ...{ row: "delivered", shows: ["x", "n"], change: "other rows are sent" },
    ...{ before: sent({ where: "n > 1" }), after: sent({ where: "n <= 5" }), old: "right rows", isInPlace: true },
    whole: events(
      [...first.filter(([, , n]) => n > 1), ...second.filter(([, , n]) => n <= 5)],
      ([g, , n]) => `${g} ${n}`,
    ),
  },
];

/** Rows that CI does not restart here: another test of CI does, or a row that is restarted is of the same kind. */
const longOnly: ReadonlySet<string> = new Set([
  ...["explode", "lookup", "lookup-and-state"], // test/spark/continue
  "growing", // test/spark/sources/columns-added
  "backfill", // test/spark/reset
  "replaced", // test/spark/replace
  "state", // `window` and `repeats`
  "groups", // `steps` and `window`: Spark refuses it as it does other keys
  "rhythm", // `stateless` and `undeciding` go on in place, and more is changed of them
  "store", // `file-form` sends to a new folder too
  ...["files-form", "lake-form"], // `files-place` and `lake-place` read as they do
]);
/** What CI restarts: one case of a row. */
export const some: readonly Case[] = every.filter(
  (one, at) => !longOnly.has(one.row) && every.findIndex(({ row }) => row === one.row) === at,
);

export const cases: readonly Case[] = process.env["SLUICE_LONG"] === "1" ? every : some;

const elsewhere =
  "not restarted on Spark: it needs a broker or a store of documents, and these cases have files and Delta tables";
const unkept = "Spark keeps no checkpoint of it";

/** Rows of the table of changes that no case restarts, and why. */
export const unmeasured: Readonly<Record<string, string>> = {
  strict: "a change that goes on in place, as `stateless` shows, and that the project asks not to go on",
  ...{ hub: elsewhere, reader: elsewhere, partitions: elsewhere },
  "files-reader": "Auto Loader is there on Databricks alone",
  "more-partitions": "it goes on with a new checkpoint of Kafka's offsets: test/spark/continue shows it",
  "document-keys": elsewhere,
  ...{ landing: unkept, merging: unkept },
  table: "the new place is empty, whatever the checkpoint",
  unknown: "it cannot be said in YAML: it is of locks that another version wrote",
  shape: "no query starts: test/spark/storage shows it",
  beside: "anything else is no change of its own",
};
