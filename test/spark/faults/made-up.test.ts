import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { notebooksOf } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import { runJob } from "../../../local/run.js";
import { keptRunner } from "../kept.js";
import { type Left, leftBy, notConserved } from "./left.js";
import { made } from "./project.js";

const project = made({
  "sluice.yaml": `version: 1
project: owed
platform: { spark: databricks }
lake: { account: lake }
compute: { small: { workers: 1 } }
environments: { local: { on: this-machine } }
connections: { landing: { kind: storage, account: drop, container: landing } }
`,
  "pipelines/shop.yaml": `pipeline: shop
sources:
  readings: { kind: files, connection: landing, path: readings/*.json, format: json, columns: { device: string, at: timestamp }, producer: { file: data/readings/*.json } }
  notes: { kind: files, connection: landing, path: notes/*.json, format: json, columns: { device: string, at: timestamp }, producer: { file: data/notes/*.json } }
bronze:
  readings: { from: sources.readings }
  notes: { from: sources.notes }
silver:
  readings: { from: bronze.readings, columns: { device: device, at: at }, expect: { has_time: { that: at is not null, else: drop } }, watermark: { column: at, delay: 10 minutes }, late_rows: drop }
  notes: { from: bronze.notes, columns: { device: device, at: at }, expect: { has_time: { that: at is not null, else: drop } }, watermark: { column: at, delay: 10 minutes }, late_rows: drop }
gold:
  minutes: { from: silver.readings, window: { type: tumbling, column: at, size: 5 minutes }, group_by: [device], aggregates: { readings: count(*) } }
  noted: { from: silver.readings, join: { notes: { table: silver.notes, on: device, how: left, within: { after: 10 minutes }, columns: { noted: at } } } }
`,
  "data/readings/1.json": rows(["a", "10:00"], ["b", "10:01"], ["z", "14:00"]),
  "data/notes/1.json": rows(["a", "10:02"], ["z", "14:00"]),
});
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

function rows(...of: readonly (readonly [device: string, time: string])[]): string {
  return of.map(([device, time]) => `${JSON.stringify({ device, at: `2026-03-01T${time}:00Z` })}\n`).join("");
}

const sizes = ({ sizes: of }: Left) => [of["gold.minutes"], of["gold.noted"]];

const queries = ["gold.minutes", "gold.noted"];

/** The folder of a query's only checkpoint. */
function checkpoint(stateDir: string, query: string): string {
  const of = join(stateDir, "lake/_checkpoints/shop", query);
  return join(of, readdirSync(of)[0] ?? "");
}

const beginnings = (folder: string): readonly string[] =>
  readdirSync(join(folder, "offsets"))
    .filter((name) => /^\d+$/.test(name))
    .sort();

/** Takes from a query's last batch that it was done, and gives the file of its beginning. */
function uncommitted(stateDir: string, query: string): { readonly file: string; readonly last: string } {
  const folder = checkpoint(stateDir, query);
  const last = beginnings(folder).at(-1) ?? "";
  rmSync(join(folder, "commits", last));
  for (const of of ["commits", "offsets"]) rmSync(join(folder, of, `.${last}.crc`), { force: true });
  return { file: join(folder, "offsets", last), last };
}

/** The watermark and the settings that a batch begins with. */
function beginning(folder: string, batch: string) {
  const [version, metadata = ""] = readFileSync(join(folder, "offsets", batch), "utf8").split("\n");
  const { batchWatermarkMs, conf } = JSON.parse(metadata);
  return { version, batchWatermarkMs, conf };
}

it("a query that was stopped before it began the batch that closes windows makes it up, although no new rows come", async () => {
  const runner = await keptRunner();
  const ran = async (artifactsDir: string, name: string, stages: readonly string[] = []) => {
    const found: Left[] = [];
    const stateDir = join(project.folder, name);
    const result = await runJob({ ...project, artifactsDir, stateDir, rate: "max", runner }, async (session) => {
      found.push(await leftBy(project, session));
      const { queries: all } = notebooksOf(await loadJob(project.artifactsDir), project, session.places);
      const again = all.filter(({ name }) => queries.some((query) => name.includes(query)));
      expect(again).toHaveLength(queries.length);
      for (const stage of stages) {
        if (stage === "cut off") cutOff(stateDir);
        if (stage === "begun") begunByAnother(stateDir);
        expect(await session.runner.run(again)).toEqual({ kind: "done" });
        found.push(await leftBy(project, session));
      }
    });
    expect(result.failure).toBeUndefined();
    expect(found.flatMap(notConserved)).toEqual([]);
    return found;
  };
  /** As a kill leaves what was being written to a store that has no names for what is not whole. */
  const cutOff = (stateDir: string) => {
    for (const query of queries) {
      const { file } = uncommitted(stateDir, query);
      truncateSync(file, query === "gold.minutes" ? 0 : 40);
    }
  };

  const another = Date.parse("2026-04-01T00:00:00Z");
  const begun = new Map<string, { readonly last: string; readonly text: string }>();
  /** As another run leaves it that was killed within the batch: Spark notes in a batch's beginning when that was. */
  const begunByAnother = (stateDir: string) => {
    for (const query of queries) {
      const { file, last } = uncommitted(stateDir, query);
      const text = readFileSync(file, "utf8").replace(/"batchTimestampMs": ?\d+/, `"batchTimestampMs":${another}`);
      expect(text).toContain(`"batchTimestampMs":${another}`);
      writeFileSync(file, text);
      begun.set(query, { last, text });
    }
  };

  const [plain] = await ran(project.artifactsDir, "plain");
  if (plain === undefined) throw new Error("Nothing was looked at.");
  expect(sizes(plain)).toEqual([2, 3]);

  // Spark makes no batch without rows: so a run ends as one does that is stopped before that one begins.
  const stopped = join(project.folder, "stopped-artifacts");
  cpSync(project.artifactsDir, stopped, { recursive: true });
  const common = join(stopped, "common/databricks/notebook/common.py");
  appendFileSync(common, '\nspark.conf.set("spark.sql.streaming.noDataMicroBatches.enabled", "false")\n');
  const [before, after, recovered, kept] = await ran(stopped, "stopped", ["", "cut off", "begun"]);
  expect(before && sizes(before)).toEqual([0, 2]);
  expect(after?.tables).toEqual(plain.tables);
  expect(recovered?.tables).toEqual(plain.tables);
  expect(kept?.tables).toEqual(plain.tables);

  for (const query of queries) {
    const [own, ours] = ["plain", "stopped"].map((name) => checkpoint(join(project.folder, name), query));
    if (own === undefined || ours === undefined) throw new Error("no checkpoints");
    expect(beginnings(ours), query).toEqual(beginnings(own));
    const last = beginnings(own).at(-1) ?? "";
    expect(beginning(ours, last), query).toEqual(beginning(own, last));
    expect({ last, text: readFileSync(join(ours, "offsets", last), "utf8") }, query).toEqual(begun.get(query));
  }
});
