import { it } from "vitest";
import { copyProject, copyReadings, generateReadings } from "./project.js";
import { equalsTheCalculation } from "./run.js";

it("a dozen readings, from a topic of Kafka, come out as worked out by hand", async () => {
  const copy = copyProject({
    'kind: event-hubs, namespace: "${namespace}", tier: standard, identity: { secret: events-connection }':
      'kind: kafka, servers: "${namespace}:9092"',
    "kind: event-hub": "kind: kafka",
    "event_hub: readings": "topic: readings",
    "capture: {": "# capture: {",
    "read: capture": "# read: capture",
  });
  copyReadings(copy, "test/spark/telemetry/tiny");
  await equalsTheCalculation(copy);
});

it("from Capture, in Databricks' form: the tables equal a plain calculation", async () => {
  const copy = copyProject();
  generateReadings(copy, 9_000, 3);
  await equalsTheCalculation(copy);
});

it("from the hub itself, in Synapse's form: the tables equal the same calculation", async () => {
  const copy = copyProject({
    "spark: databricks": "spark: synapse",
    "read: capture": "read: stream",
    "databricks: https://adb-1.azuredatabricks.net": "workspace: dev",
    "databricks: https://adb-2.azuredatabricks.net": "workspace: prod",
    "node:": "pool:",
  });
  generateReadings(copy, 9_000, 3);
  await equalsTheCalculation(copy);
});
