import { describe, expect, it } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { randomProject } from "../../legality/random-tables.js";
import { openLakeOf } from "../joins/lake.js";
import { firstRows, secondRows } from "./rows.js";

const isLong = process.env["SLUICE_LONG"] === "1";
const seed = Number(process.env["SLUICE_SEED"] ?? 20261128);

/** How many tables one lake has that are queries, and how many lakes are started, one after another. */
const [plans, lakes] = isLong ? [40, 25] : [20, 1];
const seeds = Array.from({ length: lakes }, (_, at) => seed + 2 * at);

describe.each(seeds)("SLUICE_SEED=%i", (one) => {
  it("Spark takes each table that compiles, for two batches with rows and the one without, and every row is accounted for", async () => {
    const { files, plans: made, clauses } = randomProject(one, plans);
    console.log(`SLUICE_SEED=${one}: ${made} plans`, clauses);
    expect(made).toBe(plans);
    const lake = await openLakeOf([files["sluice.yaml"], files["pipelines/random.yaml"]].join("---\n"));
    try {
      for (const rows of [firstRows, secondRows]) {
        await lake.sql(...rows);
        expect(await lake.runAll()).toEqual({ kind: "done" });
      }
      const results = await lake.results();
      expect(results.filter(({ batches }) => batches === 0).map(({ query }) => query)).toEqual(ofBronze);
      expect(results.flatMap(conservationLines).filter(({ holds }) => !holds)).toEqual([]);
    } finally {
      lake.close();
    }
  });
});

/** Their rows are put there by statements. */
const ofBronze = ["random/bronze.a", "random/bronze.b", "random/bronze.c"];
