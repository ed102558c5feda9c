import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { diskHost } from "../../../cli/disk-host.js";
import { compile } from "../../../compiler/compile.js";
import { targets } from "../../../targets/index.js";
import { randomOf } from "./random.js";

/** A project on disk, with what its producers send, and its artifacts beside it. */
export interface Project {
  readonly folder: string;
  readonly projectDir: string;
  readonly artifactsDir: string;
}

const shared = `version: 1
project: faults
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
environments: { local: { on: this-machine } }
`;

/** Events of a topic and files, through all that keeps rows apart, windows, a table that is replaced, and files that are handed on. */
const streaming = {
  "sluice.yaml": `${shared}platform: { spark: databricks }
connections:
  log: { kind: kafka, servers: "log.example.org:9092" }
  landing: { kind: storage, account: drop, container: landing }
  exports: { kind: storage, account: drop, container: exports }
`,
  "pipelines/shop.yaml": `pipeline: shop
sources:
  readings:
    kind: kafka
    connection: log
    topic: readings
    partitions: 2
    format: json
    columns: { id: string, value: double, at: timestamp }
    producer: { file: data/readings-*.csv, key: id }
  notes:
    kind: files
    connection: landing
    path: notes/*.json
    format: json
    columns: { note: int, text: string }
    producer: { file: data/notes/*.json }
bronze:
  readings: { from: sources.readings }
  notes: { from: sources.notes }
silver:
  readings:
    from: bronze.readings
    columns: { id: id, value: value, at: at }
    expect:
      has_key: { that: id is not null and at is not null, else: quarantine }
      plausible: { that: value >= 0, else: quarantine }
    watermark: { column: at, delay: 10 minutes }
    deduplicate: { keys: [id, at], within: watermark }
    late_rows: divert
  notes: { from: bronze.notes, columns: { note: note, text: text }, expect: { has_text: { that: text is not null, else: quarantine } } }
gold:
  minutes:
    from: silver.readings
    window: { type: tumbling, column: at, size: 5 minutes }
    group_by: [id]
    aggregates: { readings: count(*), highest: max(value) }
  totals: { from: silver.readings, group_by: [id], aggregates: { readings: count(*), lowest: min(value) }, write: replace }
sinks:
  lines: { from: gold.minutes, connection: exports, folder: minutes, format: json }
`,
} as const;

/** Files that a pipeline of Data Factory lands: changes, merged by key, and a whole table, kept with where its rows were before. */
const landing = {
  "sluice.yaml": `${shared}platform: { spark: databricks, orchestrator: adf }
control: { connection: db }
connections:
  drop: { kind: storage, account: drop, container: landing }
  db: { kind: sql-server, server: sql.example.org, database: shop, identity: { user: etl, secret: shop-password } }
`,
  "pipelines/shop.yaml": `pipeline: shop
sources:
  orders:
    kind: sql-server
    connection: db
    table: dbo.orders
    primary_key: [order_id]
    changes: upsert
    read: incremental
    cursor: { column: version, start: 0, in_commit_order: true }
    columns: { order_id: bigint, amount: int, version: bigint }
    samples: data/orders-*.csv
  stores:
    kind: sql-server
    connection: db
    table: dbo.stores
    primary_key: [store_id]
    read: full
    columns: { store_id: bigint, city: string }
    samples: data/stores-*.csv
bronze:
  orders: { from: sources.orders, format: csv }
  stores: { from: sources.stores, format: csv }
silver:
  orders:
    from: bronze.orders
    columns: { order_id: order_id, amount: amount, version: version }
    expect: { has_amount: { that: amount is not null, else: quarantine } }
    apply_changes: { keys: [order_id], sequence_by: [version], scd_type: 1 }
  stores:
    from: bronze.stores
    apply_changes: { keys: [store_id], scd_type: 2 }
gold:
  amounts: { from: silver.orders, group_by: [amount], aggregates: { orders: count(*) }, write: replace }
`,
} as const;

const seed = 7;

/** 10:00 and so many seconds. */
const time = (seconds: number): string => new Date(Date.UTC(2026, 2, 1, 10) + seconds * 1000).toISOString();

/** What is known of a project's data by how it was made. */
export interface Made extends Project {
  /** Rows of the sources, by table of bronze. */
  readonly sent: Readonly<Record<string, number>>;
}

/** `rows`: readings in each of the waves. */
export function streamingProject(rows: number, waves: number): Made {
  const random = randomOf(seed);
  const project = made(streaming);
  const put = putter(project);
  const ids = ["a", "b", "c", "d", "e", "f"] as const;
  for (let wave = 0; wave < waves; wave += 1) {
    const lines = ["id,value,at,_body"];
    for (let row = 0; row < rows; row += 1) {
      const now = wave * 1_800 + (row / rows) * 1_800;
      const chance = random.fraction();
      const id = random.one(ids);
      // Times are whole minutes, so that some are there twice, also in two waves; some are hours late.
      const at = Math.floor((chance < 0.05 ? now - 7_200 : now - random.whole(400)) / 60) * 60;
      const value = random.whole(1_000) / 8;
      if (chance > 0.97) lines.push(`${id},,,"{""id"":"`);
      else if (chance > 0.94) lines.push(`${id},${-1 - value},${time(at)},`);
      else if (chance > 0.91) lines.push(`${id},${value},,`);
      else lines.push(`${id},${value},${time(at)},`);
    }
    put(`data/readings-${wave + 1}.csv`, `${lines.join("\n")}\n`);
    const notes = [1, 2, 3, 4].map((n) => ({ note: wave * 4 + n, text: n === 2 ? null : `note ${n}` }));
    put(`data/notes/${wave + 1}.json`, `${notes.map((note) => JSON.stringify(note)).join("\n")}\n{"note": 1\n`);
  }
  return { ...project, sent: { readings: rows * waves, notes: 5 * waves } };
}

/** `rows`: orders that are new or changed in each of the waves. */
export function landingProject(rows: number, waves: number): Made {
  const random = randomOf(seed);
  const project = made(landing);
  const put = putter(project);
  let version = 0;
  const amounts = () => (random.whole(10) === 0 ? "" : `${random.whole(5)}`);
  for (let wave = 0; wave < waves; wave += 1) {
    const changed = new Set(Array.from({ length: rows }, () => random.whole(rows * 2)));
    const orders = [...changed].map((id) => `${id},${amounts()},${++version}`);
    put(`data/orders-${wave + 1}.csv`, `order_id,amount,version\n${orders.join("\n")}\n`);
    const stores = [1, 2, 3, 4, 5, 6].filter(() => random.whole(4) > 0).map((id) => `${id},city ${random.whole(3)}`);
    put(`data/stores-${wave + 1}.csv`, `store_id,city\n${["0,city 0", ...stores].join("\n")}\n`);
  }
  return { ...project, sent: {} };
}

export function made(files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(join(tmpdir(), "sluice-faults-"));
  const project = { folder, projectDir: join(folder, "project"), artifactsDir: join(folder, "artifacts") };
  for (const [path, text] of Object.entries(files)) write(join(project.projectDir, path), text);
  const { artifacts, diagnostics } = compile(diskHost(project.projectDir), targets, { environments: ["local"] });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  for (const { path, body } of artifacts) write(join(project.artifactsDir, path), body);
  return project;
}

const putter =
  ({ projectDir }: Project) =>
  (path: string, text: string): void =>
    write(join(projectDir, path), text);

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
