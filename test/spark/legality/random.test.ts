import { describe, expect, it } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { randomProject } from "../../legality/random-tables.js";
import { openLakeOf } from "../joins/lake.js";
import { firstRows, secondRows } from "./rows.js";

const isLong = process.env["SLUICE_LONG"] === "1";
const CI_SEED = 20261128;
const seed = Number(process.env["SLUICE_SEED"] ?? CI_SEED);

/** How many tables one lake has that are queries, and how many lakes are started, one after another. */
const [plans, lakes] = [40, isLong ? 25 : 1];
const seeds = Array.from({ length: lakes }, (_, at) => seed + 2 * at);

/**
 * Those that are started before the second rows are there, and so again on their checkpoints: for its minutes each silver one and each
 * third gold one, others in the next lake; the rest takes all rows in its first batch.
 */
const isTwice = (lake: number) => (name: string, at: number) => name.startsWith("silver") || (at + lake) % 3 === 0;

describe.each(seeds.map((one, lake) => [one, lake] as const))("SLUICE_SEED=%i", (one, lake) => {
  it("Spark takes each table that compiles, for its first batches, also after a restart, and every row is accounted for", async () => {
    const { files, plans: made, clauses } = randomProject(one, plans);
    console.log(`SLUICE_SEED=${one}: ${made} plans`, clauses);
    expect(made).toBe(plans);
    const opened = await openLakeOf([files["sluice.yaml"], files["pipelines/random.yaml"]].join("---\n"));
    try {
      await opened.sql(...firstRows);
      expect(await opened.runAll(isTwice(lake))).toEqual({ kind: "done" });
      await opened.sql(...secondRows);
      expect(await opened.runAll()).toEqual({ kind: "done" });
      const results = await opened.results();
      expect(results.filter(({ batches }) => batches === 0).map(({ query }) => query)).toEqual(ofBronze);
      expect(results.flatMap(conservationLines).filter(({ holds }) => !holds)).toEqual([]);
      if (isLong) await opened.forgetTables();
    } finally {
      opened.close();
    }
  });
});

it("what CI starts holds every kind of join and window that the language has", () => {
  const { clauses } = randomProject(CI_SEED, plans);
  expect(kinds.filter((kind) => clauses[kind] === undefined)).toEqual([]);
});

/** Their rows are put there by statements. */
const ofBronze = ["random/bronze.a", "random/bronze.b", "random/bronze.c"];

const kinds = [
  ...["window tumbling", "window hopping", "window session"],
  ...["join inner", "join left", "join semi", "join inner within", "join left within", "join semi within"],
  ...["late_rows drop", "late_rows divert", "late_rows upsert"],
  ...["deduplicate", "union", "explode", "expect", "materialize", "write"],
];
