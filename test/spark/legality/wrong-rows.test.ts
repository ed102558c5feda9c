import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lake, openLakeOf } from "../joins/lake.js";

/**
 * What Spark and Delta do without a word where a rule of ours is taken out of the emitted text, beside what comes with it. Each was
 * found by running it: the rows are wrong, and nothing fails.
 */
const text = `version: 1
project: wrong
platform: { spark: databricks }
lake: { account: lake }
compute: { small: { workers: 1 } }
connections: { events: { kind: kafka, servers: "localhost:9092" } }
environments: { local: { on: this-machine } }
---
pipeline: wrong
sources:
  a: { kind: kafka, connection: events, topic: a, partitions: 1, format: json, columns: { x: string, at: timestamp } }
bronze:
  a: { from: sources.a }
silver:
  a: { from: bronze.a, columns: { x: x, at: at }, expect: { timed: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, late_rows: divert }
gold:
  hourly: { from: silver.a, window: { type: tumbling, column: at, size: 1 hour }, aggregates: { n: count(*) } }
`;

let offset = 0;

/** `x 10:05`: events of the first of March. */
const events = (...rows: readonly string[]): string => {
  const values = rows.map((row) => {
    const [x, at] = row.split(" ");
    const body = JSON.stringify({ x, at: `2026-03-01T${at}:00Z` });
    offset += 1;
    return `(cast('${body}' as binary), null, null, timestamp'2026-03-02 12:00:00', 0, ${offset})`;
  });
  return `INSERT INTO lake.bronze.a VALUES ${values.join(", ")}`;
};

const common = "common/databricks/notebook/common.py";
const silver = "common/databricks/notebook/wrong/silver_a.py";
const transaction = 'return {"txnAppId": f"{self.query.app}/{part}", "txnVersion": str(self.id)}';

let lake: Lake;
beforeAll(async () => {
  lake = await openLakeOf(text);
});
afterAll(() => lake?.close());

const run = async (...tables: readonly string[]) => expect(await lake.run(...tables)).toEqual({ kind: "done" });
const accepted = () => lake.lines("silver.a", "x");
const hours = () => lake.lines("gold.hourly", "window_start", "n");

describe("a replayed batch", () => {
  it("writes nothing again", async () => {
    await lake.sql(events("a 10:05", "b 10:06"));
    await run("silver.a");
    await lake.forgetLastBatch("silver.a", false);
    await run("silver.a");
    expect(await accepted()).toEqual(["a", "b"]);
  });

  it("doubles its rows where its writes have no transaction's name and number", async () => {
    const restore = lake.tamper(common, transaction, "return {}");
    await lake.forgetLastBatch("silver.a", false);
    await run("silver.a");
    restore();
    expect(await accepted()).toEqual(["a", "a", "b", "b"]);
  });
});

describe("a new checkpoint", () => {
  it("has transactions of its own, so all is written that it reads", async () => {
    lake.compileAgain("silver:\n  a: { from", "silver:\n  a: { backfill: 1, from");
    await run("tables", "silver.a");
    expect(await accepted()).toEqual(["a", "b"]);
  });

  it("writes nothing where transactions are known by the table's name alone", async () => {
    const named = transaction.replace("self.query.app", "self.query.name");
    lake.compileAgain("silver:\n  a: { from", "silver:\n  a: { backfill: 2, from");
    lake.tamper(common, transaction, named);
    await run("tables", "silver.a");
    expect(await accepted()).toEqual(["a", "b"]);
    lake.compileAgain("silver:\n  a: { from", "silver:\n  a: { backfill: 3, from");
    lake.tamper(common, transaction, named);
    await run("tables", "silver.a");
    expect(await accepted()).toEqual([]);
  });

  it("that was not asked for is refused, or rows that come after it would be left out as if they had been written", async () => {
    lake.compileAgain("silver:\n  a: { from", "silver:\n  a: { backfill: 4, from");
    await run("tables", "silver.a");
    lake.loseCheckpoint("silver.a");
    await lake.sql(events("c 10:07"));
    expect(await lake.run("silver.a")).toMatchObject({
      kind: "failed",
      error: expect.stringContaining("it was removed"),
    });
    const restore = lake.tamper(silver, "begin(query", "(lambda *_: None)(query");
    const settled = lake.tamper(common, "if any(counts.get(name, n) != n for name, n in found.items()):", "if False:");
    await run("silver.a");
    restore();
    settled();
    expect(await accepted()).toEqual(["a", "b"]);
  });
});

describe("rows behind the watermark", () => {
  const first = ["early 10:05", "on 13:00"];
  const late = ["late 10:10", "later 13:05"];

  it("are counted and kept beside the table, before a window sees them", async () => {
    await fresh();
    await lake.sql(events(...first));
    await run("silver.a", "gold.hourly");
    await lake.sql(events(...late));
    await run("silver.a", "gold.hourly");
    expect(await lake.lines("silver.a_late", "x")).toEqual(["late"]);
    expect(await accepted()).toEqual(["early", "later", "on"]);
    expect(await hours()).toEqual(["2026-03-01T10:00:00Z 1"]);
  });

  it("stop the window's query where they get there all the same", async () => {
    await fresh();
    letLateRowsThrough();
    await lake.sql(events(...first));
    await run("silver.a", "gold.hourly");
    await lake.sql(events(...late));
    await run("silver.a");
    expect(await lake.run("gold.hourly")).toMatchObject({
      kind: "failed",
      error: expect.stringContaining("Spark's state dropped 1 rows"),
    });
  });

  it("are dropped by Spark's state without a word where neither is there: the window has fewer rows than its input, and it depends on the batches", async () => {
    const counted: (readonly string[])[] = [];
    for (const batches of [[first, late], [[...first, ...late]]]) {
      await fresh();
      letLateRowsThrough();
      lake.tamper(common, "        if dropped:\n", "        if False:\n");
      for (const batch of batches) {
        await lake.sql(events(...batch));
        await run("silver.a", "gold.hourly");
      }
      expect(await accepted()).toEqual(["early", "late", "later", "on"]);
      counted.push(await hours());
    }
    expect(counted).toEqual([["2026-03-01T10:00:00Z 1"], ["2026-03-01T10:00:00Z 2"]]);
  });

  function letLateRowsThrough(): void {
    lake.tamper(silver, /\n +watermark=Watermark\(.*\),/, "");
  }

  async function fresh(): Promise<void> {
    lake.close();
    lake = await openLakeOf(text);
  }
});

describe("a window over another column than the watermark's, which is refused (check/window-without-watermark)", () => {
  it("is taken by Spark in update mode, and no window ever leaves its state", async () => {
    await fresh();
    for (const hour of ["10", "13", "16", "19"])
      await lake.sql(`INSERT INTO lake.silver.a VALUES ('x', timestamp'2026-03-01 ${hour}:00:00')`);
    const state = (column: string, folder: string) => [
      `rows = spark.readStream.format("delta").option("maxFilesPerTrigger", "1").load(lake + "/silver/a").withColumn("other", F.expr("at - interval 5 minutes"))`,
      `windows = rows.withWatermark("at", "1 minute").groupBy(F.window("${column}", "1 hour")).count()`,
      `run = windows.writeStream.outputMode("update").foreachBatch(lambda rows, batch: rows.count()).option("checkpointLocation", lake + "/_checkpoints/${folder}").trigger(availableNow=True).start()`,
      `run.awaitTermination()`,
      `print("state of ${column}:", run.recentProgress[-1]["stateOperators"][0]["numRowsTotal"])`,
    ];
    const printed = await lake.python(
      "from pyspark.sql import functions as F",
      ...state("at", "same"),
      ...state("other", "other"),
    );
    expect(printed.filter((line) => line.startsWith("state of"))).toEqual(["state of at: 1", "state of other: 4"]);
  });

  async function fresh(): Promise<void> {
    lake.close();
    lake = await openLakeOf(text);
  }
});
