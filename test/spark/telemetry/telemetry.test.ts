import { expect, it } from "vitest";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import {
  actualTables,
  type Copy,
  copyProject,
  copyReadings,
  differences,
  expectedTables,
  generateReadings,
} from "./project.js";

/** Runs a copy to its end and gives the tables that it left and what each query counted. */
async function ran(copy: Copy) {
  let tables: Record<string, readonly TableRow[]> = {};
  const result = await runJob({ ...copy, rate: "max" }, async (session) => {
    tables = await actualTables(copy, session);
  });
  expect(result.failure).toBeUndefined();
  return {
    tables,
    counts: Object.fromEntries(result.queries.map(({ query, counts }) => [query.replace("readings/", ""), counts])),
  };
}

/** The counts of the calculation, in the words of the record of batches. */
function totals(expected: string): Record<string, number> {
  const { totals: all }: { readonly totals: Record<string, number> } = JSON.parse(expected);
  return all;
}

async function equalsTheCalculation(copy: Copy): Promise<void> {
  const expected = expectedTables(copy);
  const { tables, counts } = await ran(copy);
  expect(differences(copy, expected, tables)).toBe("");
  const { read, unparsable, quarantined, late, duplicates, written, in_emitted_windows } = totals(expected);
  expect(counts["silver.readings"]).toMatchObject({ read, unparsable, quarantined, late, duplicates, written });
  expect(counts["gold.readings_5_minutes"]).toMatchObject({
    aggregated: in_emitted_windows,
    written: tables["gold.readings_5_minutes"]?.length,
  });
  expect(tables["bronze.readings"]?.length).toBe(read);
  expect(tables["sinks.averages"]?.length).toBe(tables["gold.readings_5_minutes"]?.length);
}

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
