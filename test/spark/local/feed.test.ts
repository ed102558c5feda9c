import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KafkaEngine } from "../../../local/engines/engine.js";
import { ensureKafka, ensureSpark } from "../../../local/engines/engines.js";
import { type Broker, startBroker } from "../../../local/kafka/broker.js";
import { readTopic } from "../../../local/kafka/read.js";
import { ensureTopic, extentOf } from "../../../local/kafka/topics.js";
import { feed } from "../../../local/producer/feed.js";
import { eventually, killHard, startScript } from "./children.js";
import { compileLocal, processesNaming } from "./compiled.js";

const columns = [
  { name: "device", type: "string" },
  { name: "number", type: "int" },
] as const;
const rows = 20_000;

let folder: string;
let local: string;
let python: string;
let engine: KafkaEngine;
let broker: Broker;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sluice-feed-"));
  local = compileLocal();
  const spark = await ensureSpark(console.log);
  python = spark.python;
  engine = await ensureKafka(spark, console.log);
  const lines = Array.from({ length: rows }, (_, row) => `device-${row % 37},${row}`);
  await writeFile(join(folder, "first.csv"), `device,number\n${lines.join("\n")}\n`);
  await writeFile(join(folder, "second.csv"), "device,number\ndevice-1,20000\ndevice-2,20001\n");
  broker = await startBroker({ engine, python, folder: join(folder, "kafka") });
});

afterAll(async () => {
  await broker?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("a feed", () => {
  it("sends each row once and in order, however often it is killed", async () => {
    await ensureTopic(broker.bootstrap, "readings", 4);
    const request = {
      bootstrap: broker.bootstrap,
      topic: "readings",
      file: join(folder, "first.csv"),
      format: "json" as const,
      columns,
      key: "device",
      rate: 20_000,
      before: [],
    };
    for (let kill = 0; kill < 3; kill += 1) {
      let told = 0;
      const script = startScript(
        `import { feed } from "${local}/producer/feed.js";
         await feed({ ...${JSON.stringify(request)}, onProgress: ({ sent }) => console.log(sent) });`,
        () => {
          told += 1;
        },
      );
      await eventually(() => told > 2);
      await killHard(script);
    }
    const first = await feed({ ...request, rate: null });
    expect(first.skipped).toBeGreaterThan(0);
    expect(first.sent + first.skipped).toBe(rows);
    const second = await feed({ ...request, file: join(folder, "second.csv"), before: first.rows });
    expect(second).toMatchObject({ sent: 2, skipped: 0 });
    expect(await feed({ ...request, file: join(folder, "second.csv"), before: first.rows })).toMatchObject({
      sent: 0,
      skipped: 2,
    });
    const numbers = await numbersIn("readings");
    expect(numbers.flat()).toHaveLength(rows + 2);
    expect(new Set(numbers.flat()).size).toBe(rows + 2);
    for (const of of numbers) expect(of).toEqual([...of].sort((a, b) => a - b));
  });

  it("names the columns that do not fit", async () => {
    await writeFile(join(folder, "wrong.csv"), "device,numbr\na,1\n");
    await ensureTopic(broker.bootstrap, "wrong", 1);
    const request = {
      bootstrap: broker.bootstrap,
      topic: "wrong",
      format: "json" as const,
      columns,
      key: "device",
      rate: null,
      before: [],
    };
    await expect(feed({ ...request, file: join(folder, "wrong.csv") })).rejects.toThrow(
      "the header (device, numbr) does not fit the source's columns; it lacks: number; the source does not declare: numbr.",
    );
  });

  it("refuses a topic with another number of partitions", async () => {
    await expect(ensureTopic(broker.bootstrap, "readings", 5)).rejects.toThrow("has 4 partitions and 5 are declared");
  });
});

describe("a broker", () => {
  it.runIf(process.platform === "linux")("starts with its classes archived", () => {
    const [kafka = ""] = processesNaming(join(folder, "kafka", "server.properties")).filter(
      (line) => !line.includes("keeper.py"),
    );
    expect(readFileSync(`/proc/${kafka.trim().split(" ")[0]}/maps`, "utf8")).toContain("kafka.jsa");
  });

  it("does not outlive its owner, and has its events when it is started again", async () => {
    const own = join(folder, "other-kafka");
    let bootstrap = "";
    const script = startScript(
      `import { startBroker } from "${local}/kafka/broker.js";
       import { ensureTopic } from "${local}/kafka/topics.js";
       import { feed } from "${local}/producer/feed.js";
       const broker = await startBroker(${JSON.stringify({ engine, python, folder: own })});
       await ensureTopic(broker.bootstrap, "kept", 2);
       await feed({ bootstrap: broker.bootstrap, topic: "kept", format: "json", file: "${join(folder, "second.csv")}", columns: ${JSON.stringify(columns)}, key: "device", rate: null, before: [] });
       console.log(broker.bootstrap);`,
      (line) => {
        bootstrap = line;
      },
    );
    await eventually(() => bootstrap !== "");
    expect(processesNaming(own).length).toBeGreaterThan(0);
    await killHard(script);
    await eventually(() => processesNaming(own).length === 0);
    const again = await startBroker({ engine, python, folder: own });
    try {
      const { end } = await extentOf(again.bootstrap, "kept");
      expect(end.reduce((sum, offset) => sum + offset, 0n)).toBe(2n);
    } finally {
      await again.stop();
    }
    expect(processesNaming(own)).toEqual([]);
  });

  it("that ends while a topic is read is an error, and not waited for", async () => {
    const dying = await startBroker({ engine, python, folder: join(folder, "dying-kafka") });
    await ensureTopic(dying.bootstrap, "cut-off", 1);
    const request = {
      ...{ bootstrap: dying.bootstrap, topic: "cut-off", format: "json" as const, columns },
      ...{ key: "device", rate: null, before: [] },
    };
    await feed({ ...request, file: join(folder, "second.csv") });
    const reading = readTopic({ ...request, from: [0n], to: [3n] }, () => dying.stop());
    await expect(reading).rejects.toThrow("The Kafka broker has ended");
  });

  it("ends a broker that was left behind even by its keeper", async () => {
    const own = join(folder, "left-kafka");
    const first = await startBroker({ engine, python, folder: own });
    const [keeper] = processesNaming("keeper.py").filter((line) => line.includes(own));
    process.kill(Number(keeper?.trim().split(/\s+/)[0]), "SIGKILL");
    await first.stop();
    expect(processesNaming(own).length).toBe(1);
    const second = await startBroker({ engine, python, folder: own });
    expect(processesNaming(own).length).toBe(2);
    await second.stop();
    expect(processesNaming(own)).toEqual([]);
  });
});

async function numbersIn(topic: string): Promise<readonly (readonly number[])[]> {
  const { begin, end } = await extentOf(broker.bootstrap, topic);
  const numbers: number[][] = end.map(() => []);
  await readTopic({ bootstrap: broker.bootstrap, topic, from: begin, to: end }, async (partition, message) => {
    numbers[partition]?.push(JSON.parse(message.value?.toString("utf8") ?? "").number);
  });
  return numbers;
}
