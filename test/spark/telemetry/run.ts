import { expect } from "vitest";
import type { RunRequest } from "../../../local/request.js";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { keptRunner } from "../kept.js";
import { actualTables, type Copy, differences, expectedTables } from "./project.js";

/** What a run is asked for beside the copy: files to send in place of the project's, the release of Spark. */
type Wish = Pick<RunRequest, "inputs" | "spark">;

/** Runs a copy to its end, and gives the tables and what each query counted. */
async function ran(copy: Copy, wish: Wish = {}) {
  let tables: Record<string, readonly TableRow[]> = {};
  const on = wish.spark === undefined ? { runner: await keptRunner() } : {};
  const result = await runJob({ ...copy, rate: "max", ...wish, ...on }, async (session) => {
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

/**
 * Runs a copy and compares what it leaves with the plain calculation from the project's own files: every table row by row, and
 * the counts.
 */
export async function equalsTheCalculation(copy: Copy, wish?: Wish): Promise<void> {
  const expected = expectedTables(copy);
  const { tables, counts } = await ran(copy, wish);
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
