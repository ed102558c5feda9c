import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { ChangingProject } from "../storage/project.js";

const project = new ChangingProject();

afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const yaml = `
version: 1
project: history
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { shop: { kind: storage, account: shop, container: tables } }
environments: { local: { on: this-machine } }
---
pipeline: shop
sources:
  orders: { kind: lake, connection: shop, path: orders, format: delta, changes: append_only, columns: { id: bigint, at: timestamp } }
bronze:
  orders: { from: sources.orders }
silver:
  orders:
    from: bronze.orders
    expect: { has_time: { that: at is not null, else: quarantine } }
    watermark: { column: at, delay: 1 hour, ahead: 1 day }
    late_rows: drop
`.trimStart();

/** More than the thousand that Delta takes in a batch where nothing else is asked for. */
const FILES = 1_020;

/** A table with a row in each file, the latest rows in the first files: one minute less from each file to the next. */
async function writeTable(): Promise<void> {
  const { python } = await ensureSpark(() => {});
  const folder = join(project.folder, "state", "stores", "shop", "orders");
  mkdirSync(join(folder, "_delta_log"), { recursive: true });
  const script = `
import datetime, os, pyarrow, pyarrow.parquet

start = datetime.datetime(2020, 3, 1, tzinfo=datetime.timezone.utc)
columns = pyarrow.schema([("id", pyarrow.int64()), ("at", pyarrow.timestamp("us", "UTC"))])
for n in range(${FILES}):
    rows = pyarrow.table([[n], [start - datetime.timedelta(minutes=n)]], schema=columns)
    pyarrow.parquet.write_table(rows, f"${folder}/{n}.parquet")
print(os.path.getsize("${folder}/0.parquet"))
`;
  const size = Number(execFileSync(python, ["-c", script]).toString());
  const fields = [
    { name: "id", type: "long", nullable: true, metadata: {} },
    { name: "at", type: "timestamp", nullable: true, metadata: {} },
  ];
  const actions = [
    { protocol: { minReaderVersion: 1, minWriterVersion: 2 } },
    {
      metaData: {
        ...{ id: "history", format: { provider: "parquet", options: {} }, partitionColumns: [], configuration: {} },
        schemaString: JSON.stringify({ type: "struct", fields }),
      },
    },
    ...Array.from({ length: FILES }, (_, n) => ({
      add: {
        path: `${n}.parquet`,
        partitionValues: {},
        size,
        modificationTime: 1_600_000_000_000 + n,
        dataChange: true,
      },
    })),
  ];
  const log = join(folder, "_delta_log", "00000000000000000000.json");
  writeFileSync(log, actions.map((action) => `${JSON.stringify(action)}\n`).join(""));
}

it("what a table holds at first is one batch in bronze and below: none of its rows is late, in whatever order its files are", async () => {
  await writeTable();
  // Here too a file holds a row, so that bronze's one commit has more than a thousand.
  const env = { PYSPARK_SUBMIT_ARGS: "--conf spark.sql.files.maxRecordsPerFile=1 pyspark-shell" };
  let batches: readonly TableRow[] = [];
  const { failure, queries } = await runJob({ ...project.request(yaml), env }, async ({ runner, places }) => {
    batches = await runner.rows(join(places.state, "lake", "_ops", "batches"), ["query"]);
  });
  expect(failure).toBeUndefined();
  const counts = Object.fromEntries(queries.map((of) => [of.query, of.counts]));
  expect(counts["shop/silver.orders"]).toMatchObject({ read: FILES, written: FILES, late: 0 });
  expect(batches.filter(({ query }) => query === "shop/bronze.orders")).toHaveLength(1);
  expect(batches.filter(({ query }) => query === "shop/silver.orders")).toHaveLength(1);
});
