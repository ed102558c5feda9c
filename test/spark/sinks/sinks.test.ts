import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { readTopic } from "../../../local/kafka/read.js";
import { extentOf } from "../../../local/kafka/topics.js";
import { type RunResult, runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";

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

interface Outside {
  readonly result: RunResult;
  readonly served: readonly TableRow[];
  readonly large: readonly Event[];
  readonly all: readonly Event[];
}

interface Event {
  readonly key: string | undefined;
  readonly id: string;
  readonly body: unknown;
}

let first: Outside;
let replayed: Outside;

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
  first = await ran();
  for (const sink of ["served", "large", "all"]) forgetLastCommit(sink);
  replayed = await ran();
});

async function ran(): Promise<Outside> {
  let served: readonly TableRow[] = [];
  const topics: Record<string, readonly Event[]> = {};
  const result = await runJob(
    { artifactsDir: join(folder, "artifacts"), projectDir: folder, stateDir: join(folder, "state"), rate: "max" },
    async ({ runner, places }) => {
      served = await runner.rows(join(places.state, "lake/_stand_ins/cosmos/shop/orders"));
      for (const topic of ["large-orders", "shop.orders"]) topics[topic] = await eventsOf(places.kafka, topic);
    },
  );
  return { result, served, large: topics["large-orders"] ?? [], all: topics["shop.orders"] ?? [] };
}

async function eventsOf(bootstrap: string, topic: string): Promise<readonly Event[]> {
  const { begin, end } = await extentOf(bootstrap, topic);
  const events: Event[] = [];
  await readTopic({ bootstrap, topic, from: begin, to: end }, async (_, { key, value, headers }) => {
    events.push({ key: key?.toString(), id: String(headers?.["event_id"]), body: JSON.parse(String(value)) });
  });
  return events.sort((a, b) => (a.id < b.id ? -1 : 1));
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
