import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { drain, type Session } from "../../../local/drain.js";
import { type LocalJob, loadJob } from "../../../local/job.js";
import { readTopic } from "../../../local/kafka/read.js";
import { extentOf } from "../../../local/kafka/topics.js";
import { queryResults } from "../../../local/results.js";
import { type RunResult, runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import type { Runner } from "../../../local/runner/runner.js";
import { wavesOf } from "../../../local/waves.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { keptRunner } from "../kept.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-sinks-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The golden's project with a producer. */
const [project = "", pipeline = ""] = readFileSync("test/golden/project-sinks/input.yaml", "utf8")
  .replace("at: timestamp } }", "at: timestamp }, producer: { file: orders.csv, key: order_id } }")
  .split("---\n");

const orders = [
  "o1,north,250.00,2026-03-01T10:00:00.5Z",
  "o 2|x,south,99.99,2026-03-01T10:01:00Z",
  "o3,,120.00,2026-03-01T10:02:00Z",
  "o4,north,-5.00,2026-03-01T10:03:00Z",
  "o5,south,100.00,2026-03-01T10:04:00Z",
  "o5,south,100.00,2026-03-01T10:04:00Z",
];

/** What stands outside the lake. */
interface Left {
  readonly served: readonly TableRow[];
  readonly large: readonly Event[];
  readonly all: readonly Event[];
  /** Of the files of each folder: the names that end them, and their lines. */
  readonly files: Readonly<Record<string, Folder>>;
}

interface Outside extends Left {
  readonly result: Pick<RunResult, "queries" | "failure">;
}

interface Folder {
  readonly path: string;
  readonly isComplete: boolean;
  readonly lines: readonly string[];
}

interface Event {
  readonly key: string | undefined;
  readonly id: string;
  readonly body: unknown;
}

const request = {
  ...{ artifactsDir: join(folder, "artifacts"), projectDir: folder, stateDir: join(folder, "state") },
  rate: "max",
} as const;

let first: Outside;
let replayed: Outside;
/** Without the checkpoint of one sink. */
let bereft: Outside;

beforeAll(async () => {
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": project, "pipelines/orders.yaml": pipeline }),
    targets,
  );
  expect(diagnostics).toEqual([]);
  for (const { path, body } of artifacts) {
    mkdirSync(dirname(join(folder, "artifacts", path)), { recursive: true });
    writeFileSync(join(folder, "artifacts", path), body);
  }
  writeFileSync(join(folder, "orders.csv"), `order_id,shop,total,at\n${orders.join("\n")}\n`);
  let left: Left = { served: [], large: [], all: [], files: {} };
  const result = await runJob({ ...request, runner: await keptRunner() }, async (session) => {
    if (!existsSync(join(folder, "state/lake/_stand_ins/cosmos/shop/orders"))) return; // a notebook failed
    left = await outside(session);
    await goOn(session);
  });
  expect(result.failure).toBeUndefined();
  first = { result, ...left };
});

/** On the same engines: batches that are made again, and then a checkpoint that is gone. */
async function goOn(session: Session): Promise<void> {
  for (const sink of ["served", "large", "all", "rows", "lines", "sheet"]) forgetLastCommit(sink);
  for (const format of ["rows", "lines", "sheet"]) leaveHalfWritten(format);
  only("");
  replayed = await drained(session);
  only("lines");
  rmSync(join(folder, "state/lake/_checkpoints/orders/sinks.lines"), { recursive: true });
  bereft = await drained(session);
}

/** Drains once more. */
async function drained(session: Session): Promise<Outside> {
  const job = await loadJob(request.artifactsDir);
  const waves = await wavesOf(job.feeds, request.projectDir, {});
  const ended = await drain({ request, job, waves, session, progress: () => {} });
  const queries = await queryResults(session.runner, join(session.places.state, "lake"), job, ended);
  const result = { queries, ...(ended.failure && { failure: ended.failure }) };
  return { result, ...(await outside(session)) };
}

async function outside({ runner, places }: Session): Promise<Left> {
  return {
    served: await runner.rows(join(places.state, "lake/_stand_ins/cosmos/shop/orders")),
    large: await eventsOf(places.kafka, "large-orders"),
    all: await eventsOf(places.kafka, "shop.orders"),
    files: {
      rows: { ...folderOf("rows"), lines: await parquetRows(runner, join(places.state, "stores/exports/orders/rows")) },
      lines: folderOf("lines"),
      sheet: folderOf("sheet"),
    },
  };
}

async function eventsOf(bootstrap: string, topic: string): Promise<readonly Event[]> {
  const { begin, end } = await extentOf(bootstrap, topic);
  const events: Event[] = [];
  await readTopic({ bootstrap, topic, from: begin, to: end }, async (_, { key, value, headers }) => {
    events.push({ key: key?.toString(), id: String(headers?.["event_id"]), body: JSON.parse(String(value)) });
  });
  return events.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The one folder of a batch below a sink's folder. */
function batchOf(name: string): string {
  const sink = join(folder, "state/stores/exports/orders", name);
  const below = readdirSync(sink, { recursive: true, encoding: "utf8" });
  const batches = below.filter((path) => /^checkpoint=1-[0-9a-f]{8}-here\/batch=\d+$/.test(path));
  expect(batches).toHaveLength(1);
  return join(sink, batches[0] ?? "");
}

function folderOf(name: string): Folder {
  const path = batchOf(name);
  const names = readdirSync(path).filter((file) => !file.startsWith("."));
  const parts = names.filter((file) => file.startsWith("part-")).map((file) => readFileSync(join(path, file), "utf8"));
  const lines = parts.flatMap((text) => text.split("\n").filter(Boolean)).sort();
  return { path, isComplete: names.includes("_SUCCESS"), lines };
}

/** Spark's own reader on the sink's folder: it finds the layout's columns beside the rows. */
async function parquetRows(runner: Runner, path: string): Promise<readonly string[]> {
  const notebook = join(folder, "reader.py");
  const cell = 'for row in spark.read.parquet(dbutils.widgets.get("path")).toJSON().collect(): print(row)';
  writeFileSync(notebook, `# Databricks notebook source\n${cell}\n`);
  const lines: string[] = [];
  const outcome = await runner.run(
    [{ name: "reader", path: notebook, form: "databricks", parameters: { path } }],
    (event) => event.kind === "printed" && lines.push(event.line),
  );
  expect(outcome).toEqual({ kind: "done" });
  return lines.sort();
}

/** As a stop within a batch leaves its folder: a file more, and no mark. */
function leaveHalfWritten(name: string): void {
  const path = batchOf(name);
  const part = readdirSync(path).find((file) => file.startsWith("part-")) ?? "";
  copyFileSync(join(path, part), join(path, part.replace("part-00000", "part-00009")));
  rmSync(join(path, "_SUCCESS"));
}

/** The tables have nothing new for a second run: it may begin with the sinks. */
function only(sinks: string): void {
  const path = join(folder, "artifacts/env/local/job/orders.json");
  const job: LocalJob = JSON.parse(readFileSync(path, "utf8"));
  const notebooks = job.notebooks.filter(({ query }) => query?.includes(`/sinks.${sinks}`));
  writeFileSync(path, JSON.stringify({ ...job, notebooks }));
}

/** As a stop between a batch's writes and its commit leaves a checkpoint: the next run makes the batch again. */
function forgetLastCommit(sink: string): void {
  const query = join(folder, "state/lake/_checkpoints/orders", `sinks.${sink}`);
  const commits = join(query, readdirSync(query)[0] ?? "", "commits");
  const last = Math.max(
    ...readdirSync(commits)
      .filter((name) => /^\d+$/.test(name))
      .map(Number),
  );
  for (const name of [`${last}`, `.${last}.crc`]) rmSync(join(commits, name));
}

const counts = ({ result }: Outside): Record<string, unknown> =>
  Object.fromEntries(
    result.queries.filter(({ query }) => query.includes("/sinks.")).map((query) => [query.query, query.counts]),
  );

it("a filter of a sink counts what it leaves out, rows of which it is not known among them", () => {
  expect(first.result.failure).toBeUndefined();
  expect(counts(first)).toEqual({
    "orders/sinks.served": { read: 5, filtered: 1, written: 4 },
    "orders/sinks.large": { read: 5, filtered: 3, written: 2 },
    "orders/sinks.all": { read: 5, written: 5 },
    "orders/sinks.rows": { read: 5, written: 5 },
    "orders/sinks.lines": { read: 5, filtered: 1, written: 4 },
    "orders/sinks.sheet": { read: 5, written: 5 },
  });
  expect(first.served.map(({ id }) => id).sort()).toEqual([
    "o+2%7Cx|2026-03-01T10%3A01%3A00.000000Z",
    "o1|2026-03-01T10%3A00%3A00.500000Z",
    "o3|2026-03-01T10%3A02%3A00.000000Z",
    "o5|2026-03-01T10%3A04%3A00.000000Z",
  ]);
});

it("events carry the chosen columns as JSON, the key that partitions them, and an id made of the table's key", () => {
  expect(first.large).toEqual([
    {
      key: "north",
      id: "o1|2026-03-01T10%3A00%3A00.500000Z",
      body: { order_id: "o1", total: 250, at: "2026-03-01T10:00:00.500000Z" },
    },
    {
      key: "south",
      id: "o5|2026-03-01T10%3A04%3A00.000000Z",
      body: { order_id: "o5", total: 100, at: "2026-03-01T10:04:00.000000Z" },
    },
  ]);
  expect(first.all.map(({ body }) => body)).toContainEqual({
    order_id: "o3",
    total: 120,
    at: "2026-03-01T10:02:00.000000Z",
  });
  expect(first.all.map(({ key }) => key)).toEqual(Array(5).fill(undefined));
});

it("a replayed batch upserts the same documents, and sends its events again with the ids that they had", () => {
  expect(replayed.result.failure).toBeUndefined();
  expect(counts(replayed)).toEqual(counts(first));
  const byId = (rows: readonly TableRow[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(byId(replayed.served)).toEqual(byId(first.served));
  const twice = (events: readonly Event[]) => events.flatMap((event) => [event, event]);
  expect(replayed.large).toEqual(twice(first.large));
  expect(replayed.all).toEqual(twice(first.all));
});

it("files stand in a folder for each batch and hold the rows once, also after a batch that was half written is replayed", () => {
  const sheet = [
    "o 2|x,south,99.99,2026-03-01T10:01:00.000000Z",
    "o1,north,250.00,2026-03-01T10:00:00.500000Z",
    "o3,,120.00,2026-03-01T10:02:00.000000Z",
    "o4,north,-5.00,2026-03-01T10:03:00.000000Z",
    "o5,south,100.00,2026-03-01T10:04:00.000000Z",
  ];
  const lines = [
    '{"order_id":"o 2|x","shop":"south","at":"2026-03-01T10:01:00.000000Z"}',
    '{"order_id":"o1","shop":"north","at":"2026-03-01T10:00:00.500000Z"}',
    '{"order_id":"o3","at":"2026-03-01T10:02:00.000000Z"}',
    '{"order_id":"o5","shop":"south","at":"2026-03-01T10:04:00.000000Z"}',
  ];
  for (const { files } of [first, replayed]) {
    const header = "order_id,shop,total,at"; // in each part
    expect(files["sheet"]?.lines).toContain(header);
    expect(files["sheet"]?.lines.filter((line) => line !== header)).toEqual(sheet);
    expect(files["lines"]?.lines).toEqual(lines);
    const rows = files["rows"]?.lines.map((line) => JSON.parse(line)) ?? [];
    expect(rows.map(({ order_id, total }) => [order_id, total])).toEqual([
      ["o 2|x", 99.99],
      ["o1", 250],
      ["o3", 120],
      ["o4", -5],
      ["o5", 100],
    ]);
    expect(rows.map(({ batch }) => batch)).toEqual([0, 0, 0, 0, 0]);
    expect(Object.values(files).map(({ isComplete }) => isComplete)).toEqual([true, true, true]);
  }
  expect(Object.values(replayed.files).map(({ path }) => path)).toEqual(
    Object.values(first.files).map(({ path }) => path),
  );
});

it("a sink whose checkpoint is gone is refused: its rows would stand twice", () => {
  expect(bereft.result.failure?.notebook).toBe("orders/sinks.lines");
  expect(bereft.result.failure?.error).toContain("has recorded batch 0");
  expect(bereft.files["lines"]).toEqual(replayed.files["lines"]);
});
