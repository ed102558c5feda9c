import { expect, it } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { keptRunner } from "../kept.js";
import { actualTables, copyProject, expectedTables, generateReadings } from "./project.js";

// What is late and what is a duplicate depends here on how batches are cut. What does not: how many rows there are, which of them
// are wrong, and that each is in one place.
it("hours of readings in no order: every row is somewhere, once", async () => {
  const copy = copyProject();
  generateReadings(copy, 4_000, 2, "--unordered");
  let tables: Record<string, readonly TableRow[]> = {};
  const result = await runJob({ ...copy, rate: "max", runner: await keptRunner() }, async (session) => {
    tables = await actualTables(copy, session);
  });
  expect(result.failure).toBeUndefined();

  const lines = result.queries.flatMap(conservationLines);
  expect(lines.map(({ holds }) => holds)).toEqual([true, true, true, true]);

  const { totals }: { readonly totals: Record<string, number> } = JSON.parse(expectedTables(copy));
  const silver = result.queries.find(({ query }) => query.endsWith("silver.readings"))?.counts ?? {};
  const { late = 0, duplicates = 0, written = 0 } = silver;
  expect(silver).toMatchObject({
    read: totals["read"],
    unparsable: totals["unparsable"],
    quarantined: totals["quarantined"],
  });
  expect(late).toBeGreaterThan(0);
  const rowsOf = (table: string) => tables[table]?.length;
  expect({
    bronze: rowsOf("bronze.readings"),
    silver: rowsOf("silver.readings"),
    late: rowsOf("silver.readings.late"),
    quarantine: rowsOf("silver.readings.quarantine"),
    good: late + duplicates + written,
  }).toEqual({
    bronze: totals["read"],
    silver: written,
    late,
    quarantine: (totals["unparsable"] ?? 0) + (totals["quarantined"] ?? 0),
    good: (totals["late"] ?? 0) + (totals["duplicates"] ?? 0) + (totals["written"] ?? 0),
  });
});
