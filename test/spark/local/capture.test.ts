import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import avro from "avsc";
import { afterAll, beforeAll, expect, it } from "vitest";
import { capture, openCapture } from "../../../local/capture/capture.js";
import type { EventData } from "../../../local/capture/event-data.js";
import { filesOf } from "../../../local/capture/files.js";
import type { SparkEngine } from "../../../local/engines/engine.js";
import { ensureKafka, ensureSpark } from "../../../local/engines/engines.js";
import { type Broker, startBroker } from "../../../local/kafka/broker.js";
import { ensureTopic, extentOf } from "../../../local/kafka/topics.js";
import { feed } from "../../../local/producer/feed.js";
import { keptRunner } from "../kept.js";
import { eventually, killHard, startScript } from "./children.js";
import { compileLocal } from "./compiled.js";

const rows = 6_000;
const partitions = 4;

let folder: string;
let local: string;
let spark: SparkEngine;
let broker: Broker;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-capture-"));
  local = compileLocal();
  spark = await ensureSpark(console.log);
  broker = await startBroker({
    engine: await ensureKafka(spark, console.log),
    python: spark.python,
    folder: join(folder, "kafka"),
  });
  const lines = Array.from({ length: rows }, (_, row) => `device-${row % 2},${row}`);
  await writeFile(join(folder, "readings.csv"), `device,number\n${lines.join("\n")}\n`);
  await ensureTopic(broker.bootstrap, "readings", partitions);
  const columns = [
    { name: "device", type: "string" },
    { name: "number", type: "int" },
  ];
  await feed({
    bootstrap: broker.bootstrap,
    topic: "readings",
    file: join(folder, "readings.csv"),
    format: "json",
    columns,
    key: "device",
    rate: 3_000,
    before: [],
  });
});

afterAll(async () => {
  await broker?.stop();
  await rm(folder, { recursive: true, force: true });
});

it("cuts while events come: what is full or whose window has ended, and the rest in the end, each event once", async () => {
  const captured = join(folder, "cut");
  const of = { bootstrap: broker.bootstrap, topic: "readings", namespace: "events", hub: "readings", folder: captured };
  const begun = await openCapture({ ...of, rule: { windowMilliseconds: 1_000, bytes: 1_000_000 } });
  await begun.cut({ flush: false, now: 0 }); // no window has ended: the last one of each partition stays open
  const first = await avroFiles(captured);
  // The windows of all events have ended then, however soon after the last one this runs.
  const later = Date.now() + 1_000;
  await begun.cut({ flush: false, now: later });
  const second = await avroFiles(captured);
  expect(await begun.cut({ flush: true, now: later })).toEqual({ files: 0, emptyFiles: 0, events: 0 });
  await begun.close();

  expect(first.length).toBeLessThan(second.length);
  const perPartition = await Promise.all(
    Array.from({ length: partitions }, (_, at) => eventsOf(join(captured, "events", "readings", String(at)))),
  );
  expect(perPartition.flat(2)).toHaveLength(rows);
  for (const files of perPartition) {
    // A partition without events has an empty file for each window, and none twice.
    expect(files.length).toBe(perPartition[0]?.length);
    expect(files.flat().map(({ SequenceNumber }) => SequenceNumber)).toEqual(files.flat().map((_, at) => at));
  }
});

it("writes each event once, however often it is killed, and Spark reads it", async () => {
  const captured = join(folder, "capture");
  const request = {
    ...{ bootstrap: broker.bootstrap, topic: "readings", namespace: "events", hub: "readings", folder: captured },
    ...{ rule: { windowMilliseconds: 1_000, bytes: 30_000 }, flush: true, now: Date.now() },
  };
  for (let kill = 1; kill <= 3; kill += 1) {
    let isOver = false;
    const script = startScript(
      `import { capture } from "${local}/capture/capture.js";
       await capture(${JSON.stringify(request)});
       console.log("over");`,
      () => {
        isOver = true;
      },
    );
    let count = 0;
    const watch = setInterval(() => void avroFiles(captured).then((files) => (count = files.length)), 5);
    await eventually(() => count >= 2 * kill || isOver);
    clearInterval(watch);
    await killHard(script);
  }
  await capture(request);
  expect(await capture(request)).toEqual({ files: 0, emptyFiles: 0, events: 0 });

  const perPartition = await Promise.all(
    Array.from({ length: partitions }, (_, at) => eventsOf(join(captured, "events", "readings", String(at)))),
  );
  expect(perPartition.flat(2)).toHaveLength(rows);
  for (const files of perPartition) {
    expect(files.length).toBeGreaterThan(0);
    expect(files.flat().map(({ SequenceNumber }) => SequenceNumber)).toEqual(files.flat().map((_, at) => at));
  }
  // Two keys cannot fill four partitions: the others have a file for each window all the same.
  const idle = perPartition.filter((files) => files.flat().length === 0);
  expect(idle.length).toBeGreaterThanOrEqual(2);
  expect((await readdir(captured)).includes("_unfinished")).toBe(false);

  const runner = await keptRunner();
  const path = fileURLToPath(new URL("./artifacts/common/databricks/notebook/captured.py", import.meta.url));
  const parameters = { lake: join(folder, "lake"), captured };
  const outcome = await runner.run([{ name: "captured", path, form: "databricks", parameters }]);
  expect(outcome).toEqual({ kind: "done" });
  const table = await runner.rows(join(folder, "lake", "captured"));
  expect(table).toHaveLength(rows);
  const [last] = [...table].sort((a, b) => Number(b["row"]) - Number(a["row"]));
  expect(last).toMatchObject({
    row: 5999,
    key: "device-1",
    body: '{"device":"device-1","number":5999}',
    sampling: 1,
    file: "readings.csv",
    checksum_bytes: 5,
  });
  expect(table.every(({ enqueued_at }) => typeof enqueued_at === "string")).toBe(true);
});

it("keeps an open window for later", async () => {
  const request = {
    ...{
      bootstrap: broker.bootstrap,
      topic: "readings",
      namespace: "events",
      hub: "readings",
      folder: join(folder, "open"),
    },
    ...{
      rule: { windowMilliseconds: 86_400_000, bytes: 1e9 },
      flush: false,
      now: Math.floor(Date.now() / 86_400_000) * 86_400_000,
    },
  };
  const { begin, end } = await extentOf(broker.bootstrap, "readings");
  const busy = end.filter((offset, at) => offset > (begin[at] ?? 0n)).length;
  expect(await capture(request)).toMatchObject({ files: 0, emptyFiles: 0 });
  expect(await capture({ ...request, flush: true })).toMatchObject({
    files: busy,
    emptyFiles: partitions - busy,
    events: rows,
  });
});

async function avroFiles(root: string): Promise<readonly string[]> {
  const names = await readdir(root, { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith(".avro"));
}

async function eventsOf(partition: string): Promise<readonly (readonly EventData[])[]> {
  return Promise.all((await filesOf(partition)).map(({ path }) => eventsIn(path)));
}

function eventsIn(path: string): Promise<readonly EventData[]> {
  return new Promise((resolve, reject) => {
    const events: EventData[] = [];
    avro
      .createFileDecoder(path)
      .on("data", (event: EventData) => events.push(event))
      .on("error", reject)
      .on("end", () => resolve(events));
  });
}
