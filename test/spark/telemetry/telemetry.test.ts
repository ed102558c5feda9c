import { it } from "vitest";
import { copyProject, copyReadings, forSynapse, fromKafka, generateReadings } from "./project.js";
import { equalsTheCalculation } from "./run.js";

it("a dozen readings, from a topic of Kafka, come out as worked out by hand", async () => {
  const copy = copyProject(fromKafka);
  copyReadings(copy, "test/spark/telemetry/tiny");
  await equalsTheCalculation(copy);
});

it("from Capture, in Databricks' form: the tables equal a plain calculation", async () => {
  const copy = copyProject();
  generateReadings(copy, 6_000, 2);
  await equalsTheCalculation(copy);
});

it("from the hub itself, in Synapse's form: the tables equal the same calculation", async () => {
  const copy = copyProject({ ...forSynapse, "read: capture": "read: stream" });
  generateReadings(copy, 6_000, 2);
  await equalsTheCalculation(copy);
});
