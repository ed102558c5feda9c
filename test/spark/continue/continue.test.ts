import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { causesOf, classOf } from "../../../compiler/lock/change-class.js";
import { notebooksOf, type Session } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import { connect } from "../../../local/kafka/client.js";
import { extentOf } from "../../../local/kafka/topics.js";
import type { RunRequest } from "../../../local/request.js";
import { forgetLastBatch } from "../faults/tear.js";
import { ChangingProject } from "../storage/project.js";

const project = new ChangingProject();
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const columns = "columns: { x: string, y: string, n: int }";
const before = `
version: 1
project: continuing
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  landing: { kind: storage, account: drop, container: landing }
  log: { kind: kafka, servers: "log.example.org:9092" }
environments: { local: { on: this-machine } }
---
pipeline: base
sources:
  k: { kind: kafka, connection: log, topic: k, partitions: 2, format: json, columns: { n: int }, producer: { file: data/k.csv, key: n } }
  a: { kind: files, connection: landing, path: "a/*.csv", format: csv, ${columns}, producer: { file: data/a*.csv } }
  s: { kind: files, connection: landing, path: "s/*.csv", format: csv, ${columns}, producer: { file: data/s*.csv } }
bronze: { k: { from: sources.k }, a: { from: sources.a }, s: { from: sources.s } }
silver:
  a: { from: bronze.a, columns: { x: x, y: y, n: n } }
  s: { from: bronze.s, columns: { x: x, y: y } }
gold: { names: { from: silver.s, write: replace, group_by: [x], aggregates: { name: min(y) } } }
---
pipeline: changes
gold:
  parts: { from: base/silver.a, explode: { e: "array(x, y)" }, columns: { g: e, n: n }, expect: { small: { that: n < 6, else: quarantine } } }
  named: { from: base/silver.a, columns: { x: x, n: n }, join: { names: { table: base/gold.names, on: [x], how: left, columns: [name] } } }
`.trimStart();

const after = before
  .replace("array(x, y)", "array(x)")
  .replace("how: left", "how: inner")
  .replace("partitions: 2", "partitions: 4");

const first = [
  ["a", "p", 1],
  ["b", "q", 7],
] as const;
const second = [
  ["a", "q", 3],
  ["b", "p", 9],
  ["c", "p", 4],
] as const;

/** What the tables hold once the first wave was made by the old notebooks and the second by the new ones. */
const expected = {
  parts: ["a 1", "a 3", "c 4", "p 1"],
  parts_quarantine: ["b 7", "b 9", "q 7"],
  // `b` has no name: a row of the first wave has null for it, one of the second is left out.
  named: ["a 1 Ann", "a 3 Ann", "b 7 null", "c 4 Cid"],
  k: ["0", "1", "2", "3", "4", "5", "6", "7"],
};

const parts = "changes/gold.parts";
const queries = ["base/bronze.k", parts, "changes/gold.named"] as const;

it("goes on where the old checkpoint stopped, from Delta and from Kafka, wherever the old query or the hand-over was stopped: no row is lost, none doubled", async () => {
  project.readings("a1.csv", lines(first));
  project.readings("s1.csv", lines([...namesOf("a", "Ann"), ...namesOf("c", "Cid")]));
  project.readings("k.csv", ["n", "0", "1", "2", "3"]);
  await project.run(
    before,
    async (session) => {
      const old = project.request(before, "changes");
      expect(await project.drained(old, session)).toBeUndefined();
      project.readings("a2.csv", lines(second));
      expect(await project.drained(project.request(before, "base"), session)).toBeUndefined();
      await grown(session);

      const { request: now, changes } = project.compiled(after, "changes");
      expect(changes.map(told)).toEqual([
        "base/bronze.k: new checkpoint, continue (more-partitions)",
        "changes/gold.named: new checkpoint, continue (lookup)",
        "changes/gold.parts: new checkpoint, continue (explode)",
      ]);

      const atRest = copied(session, "at-rest");
      expect(await started(now, atRest)).toEqual([undefined, undefined, undefined]);
      expect(await held(atRest)).toEqual(expected);
      expect(await started(now, atRest)).toEqual([undefined, undefined, undefined]);
      expect(await held(atRest)).toEqual(expected);

      // Recorded, and nothing was written.
      const recorded = copied(session, "recorded");
      const dies = patched(
        old,
        "dies",
        "def append(rows, table, transaction):\n",
        (found) => `${found}    if "/_ops/" not in table:\n        raise RuntimeError("stopped here")\n`,
      );
      expect(await started(dies, recorded)).toEqual(queries.map(() => expect.stringContaining("stopped here")));
      // The hand-over itself is stopped, twice.
      const amid = patched(
        now,
        "amid",
        /^( *)lake_files\(\)\.put\(/m,
        (found) =>
          `${found.replace(/lake_files.*/, "")}if name == "commits/0": raise RuntimeError("stopped amid")\n${found}`,
      );
      for (const _ of [1, 2])
        expect(await started(amid, recorded, [parts])).toEqual([expect.stringContaining("stopped amid")]);
      expect(await started(now, recorded)).toEqual([undefined, undefined, undefined]);
      expect(await held(recorded)).toEqual(expected);

      // All was written, and Spark had not noted yet that it was done: rows of the second wave are the old notebook's.
      const written = copied(session, "written");
      expect(await started(old, written)).toEqual([undefined, undefined, undefined]);
      const whole = await held(written);
      for (const query of queries)
        expect(forgetLastBatch(join(written.places.state, "lake/_checkpoints", query))).toBeDefined();
      expect(await started(now, written)).toEqual([undefined, undefined, undefined]);
      expect(await held(written)).toEqual(whole);

      // Recorded, handed over, and then the old notebook is put back and ends its batch, but for Spark's note of it.
      const back = copied(session, "back");
      for (const one of [dies, amid])
        expect(await started(one, back, [parts])).toEqual([expect.stringContaining("stopped")]);
      expect(await started(old, back, [parts])).toEqual([undefined]);
      expect(forgetLastBatch(join(back.places.state, "lake/_checkpoints", parts))).toBeDefined();
      expect(await started(now, back, [parts])).toEqual([undefined]);
      expect(rowsOfParts(await held(back))).toEqual(rowsOfParts(whole));

      // Between two writes: only the old notebook can end it.
      const between = copied(session, "between");
      const half = patched(
        old,
        "half",
        "def append(rows, table, transaction):\n",
        (found) => `${found}    if table.endswith("/gold/parts"):\n        raise RuntimeError("stopped here")\n`,
      );
      expect(await started(half, between, [parts])).toEqual([expect.stringContaining("stopped here")]);
      expect(await started(now, between, [parts])).toEqual([
        expect.stringMatching(/stopped between its writes.*Start the notebook once as it was/),
      ]);
      expect(await started(old, between, [parts])).toEqual([undefined]);
      expect(await started(now, between, [parts])).toEqual([undefined]);
      expect(rowsOfParts(await held(between))).toEqual(rowsOfParts(whole));
    },
    "base",
  );
});

const lines = (rows: readonly (readonly [string, string, number])[]): readonly string[] => [
  "x,y,n",
  ...rows.map((row) => row.join(",")),
];

const rowsOfParts = ({ parts, parts_quarantine }: Awaited<ReturnType<typeof held>>) => ({ parts, parts_quarantine });

const namesOf = (x: string, name: string): readonly (readonly [string, string, number])[] => [[x, name, 0]];

/** The topic is given two more partitions, and each has an event. */
async function grown({ places }: Session): Promise<void> {
  const kafka = connect(places.kafka);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createPartitions({ topicPartitions: [{ topic: "k", count: 4 }] });
  await admin.disconnect();
  // Until each has a leader, what is sent is refused in part and sent again as a whole.
  while ((await extentOf(places.kafka, "k")).end.length < 4);
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const messages = [0, 1, 2, 3].map((partition) => ({ partition, value: JSON.stringify({ n: 4 + partition }) }));
  await producer.send({ topic: "k", messages });
  await producer.disconnect();
}

function told(change: ReturnType<ChangingProject["compiled"]>["changes"][number]): string {
  if (change.kind !== "replay") return `${change.id}: ${change.kind}`;
  const rows = causesOf(change.query, change).map(({ row }) => row.id);
  return `${change.id}: ${classOf(change.query, change)} (${rows.join(", ")})`;
}

/** The session over a copy of its state. */
function copied(session: Session, name: string): Session {
  const state = join(project.folder, name);
  cpSync(session.places.state, state, { recursive: true, preserveTimestamps: true });
  return { ...session, places: { ...session.places, state } };
}

/** Artifacts of which the common notebook is another. */
function patched(request: RunRequest, name: string, at: string | RegExp, by: (found: string) => string): RunRequest {
  const artifactsDir = join(project.folder, `artifacts-${name}`);
  cpSync(request.artifactsDir, artifactsDir, { recursive: true });
  const path = join(artifactsDir, "common/databricks/notebook/common.py");
  const text = readFileSync(path, "utf8");
  const changed = text.replace(at, by);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
  return { ...request, artifactsDir };
}

/** Runs the notebooks of the queries; why each failed, if it did. */
async function started(
  request: RunRequest,
  { runner, places }: Session,
  of: readonly string[] = queries,
): Promise<readonly (string | undefined)[]> {
  const jobs = await Promise.all(["base", "changes"].map((job) => loadJob(request.artifactsDir, job)));
  const notebooks = jobs.flatMap((job) => notebooksOf(job, request, places).queries);
  const errors: (string | undefined)[] = [];
  for (const query of of) {
    const notebook = notebooks.find(({ path }) => path.endsWith(`/${query.replace(".", "_")}.py`));
    if (notebook === undefined) throw new Error(`no notebook of ${query}`);
    const outcome = await runner.run([notebook]);
    errors.push(outcome.kind === "failed" ? `${outcome.error}\n${outcome.traceback}` : undefined);
  }
  return errors;
}

async function held({ runner, places }: Session) {
  const rows = async (path: string, ...names: readonly string[]): Promise<readonly string[]> =>
    (await runner.rows(join(places.state, "lake", path)))
      .map((row) => names.map((name) => String(row[name])).join(" "))
      .sort();
  const bodies = await rows("bronze/k", "body");
  return {
    parts: await rows("gold/parts", "g", "n"),
    parts_quarantine: await rows("gold/parts_quarantine", "g", "n"),
    named: await rows("gold/named", "x", "n", "name"),
    k: bodies.map((body) => Buffer.from(body, "base64").toString().replace(/\D/g, "")).sort(),
  };
}
