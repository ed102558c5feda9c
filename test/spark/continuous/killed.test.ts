import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import type { QueryTally } from "../../../local/continuous/tally.js";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { only } from "../clauses/project.js";
import { killHard, eventually as soon, startScript } from "../local/children.js";
import { compileLocal } from "../local/compiled.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-continuous-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const yaml = `
version: 1
project: killed
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
defaults: { streaming: { trigger: 1 second } }
connections:
  events: { kind: event-hubs, namespace: ns, tier: standard, identity: { secret: events } }
  landing: { kind: storage, account: drop, container: landing }
environments: { local: { on: this-machine } }
---
pipeline: shop
sources:
  orders:
    kind: event-hub
    connection: events
    event_hub: orders
    partitions: 2
    capture: { every: 1 minute, size: 10 MB }
    read: capture
    format: json
    columns: { id: int, at: timestamp }
    producer: { file: data/orders.csv, key: id }
  notes:
    kind: files
    connection: landing
    path: notes/*.json
    format: json
    columns: { id: int, text: string }
    producer: { file: data/notes/*.json }
bronze:
  orders: { from: sources.orders }
  notes: { from: sources.notes }
silver:
  orders:
    from: bronze.orders
    columns: { id: id, at: at }
    expect: { has_time: { that: at is not null, else: quarantine } }
    watermark: { column: at, delay: 1 hour }
    deduplicate: { keys: [id, at], within: watermark }
    late_rows: drop
  notes: { from: bronze.notes, columns: { id: id, text: text } }
`.trimStart();

/** Each order comes twice, thirty rows apart; every tenth has no time. So many that the producer is never done before it is killed. */
const orders = Array.from({ length: 600 }, (_, row) => (row % 60 < 30 ? row : row - 30)).map((id) => ({
  id,
  at: id % 10 === 9 ? "" : `2026-03-01T10:${two(id / 60)}:${two(id % 60)}Z`,
}));
const notes = ["a", "b", "c"].map((text, id) => ({ id, text }));

it("killed while all queries run beside each other, over Capture files and files of a storage account; drained by a plain run: each row once", async () => {
  const run = project();
  const lines: string[] = [];
  let queries: readonly QueryTally[] = [];
  const count = (query: string, name: string): number =>
    queries.find((one) => one.query === `shop/${query}`)?.counts[name] ?? 0;
  const killed = startScript(
    `import { runJob } from "${compileLocal()}/run.js";
     const onProgress = (event) => event.kind === "tally" && console.log(JSON.stringify(event.queries));
     await runJob({ ...${JSON.stringify(run)}, rate: 3, until: new AbortController().signal, onProgress });`,
    (line) => {
      lines.push(line);
      queries = line.startsWith("[") ? JSON.parse(line) : queries;
    },
  );
  await eventually(
    () => killed.exitCode !== null || (count("silver.orders", "read") > 10 && count("silver.notes", "written") > 0),
  );
  expect(killed.exitCode, lines.join("\n")).toBe(null);
  await killHard(killed);
  expect(count("bronze.orders", "written")).toBeLessThan(orders.length);

  const tables: Record<string, readonly TableRow[]> = {};
  const finished = await runJob({ ...run, rate: "max" }, async ({ runner, places }) => {
    for (const table of ["bronze/orders", "silver/orders", "silver/orders_quarantine", "silver/notes"])
      tables[table] = await runner.rows(join(places.state, "lake", table));
  });
  expect(finished.failure).toBeUndefined();

  const timed = new Map(orders.filter(({ at }) => at !== "").map((order) => [order.id, order]));
  const without = orders.filter(({ at }) => at === "");
  expect(tables["bronze/orders"]).toHaveLength(orders.length);
  expect(only(tables["silver/orders"], "id", "at")).toEqual(only([...timed.values()], "id", "at"));
  expect(only(tables["silver/orders_quarantine"], "id")).toEqual(only(without, "id"));
  expect(only(tables["silver/notes"], "id", "text")).toEqual(only(notes, "id", "text"));
  expect(finished.queries.find(({ query }) => query === "shop/silver.orders")?.counts).toMatchObject({
    read: orders.length,
    ...{ written: timed.size, quarantined: without.length, late: 0 },
    duplicates: orders.length - without.length - timed.size,
  });
});

/** The project and its samples on disk; Capture cuts a file each minute or less often, and a test does not wait that long. */
function project() {
  const [main = "", pipeline = ""] = yaml.split("---\n");
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": main, "pipelines/shop.yaml": pipeline }),
    targets,
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  for (const { path, body } of artifacts) put(join("artifacts", path), body);
  put("data/orders.csv", `id,at\n${orders.map(({ id, at }) => `${id},${at}\n`).join("")}`);
  for (const note of notes) put(`data/notes/${note.text}.json`, `${JSON.stringify(note)}\n`);
  const job = join(folder, "artifacts/env/local/job/shop.json");
  writeFileSync(job, readFileSync(job, "utf8").replace(/"every_minutes": \d+/, `"every_minutes": ${2 / 60}`));
  return { artifactsDir: join(folder, "artifacts"), projectDir: folder, stateDir: join(folder, "state") };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function two(n: number): string {
  return String(Math.floor(n)).padStart(2, "0");
}

/** Much must start before anything is read. */
const eventually = (isSo: () => boolean): Promise<void> => soon(isSo, 8);
