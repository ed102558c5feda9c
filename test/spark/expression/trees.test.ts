import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type KeptSpark, sparkOfTrees } from "./spark-of-trees.js";
import { faultsOf, type Tree } from "./tree-faults.js";
import { treeRegressions } from "./tree-regressions.js";
import { type Draw, rowsOf, tableSchema, type Value, valueSql } from "./tree-table.js";
import { aggregateTreeOf, treeOf } from "./trees.js";

const isLong = process.env["SLUICE_LONG"] === "1";
const seed = Number(process.env["SLUICE_SEED"] ?? (isLong ? Date.now() % 2 ** 31 : 20261128));
const trees = Number(process.env["SLUICE_TREES"] ?? (isLong ? 20_000 : 360));
/** So many rows in a table, and so many expressions over it. */
const [ROWS, CHUNK] = [20, 360];

let sparks: readonly KeptSpark[] = [];

beforeAll(async () => {
  console.log(`random expressions: ${trees}, seed ${seed} (SLUICE_SEED replays)`);
  sparks = await Promise.all([sparkOfTrees("3.5"), sparkOfTrees("4.0")]);
});

afterAll(() => Promise.all(sparks.map((spark) => spark.end())));

test("expressions that once were typed or spelled wrongly are computed alike by every Spark, as they are typed", async () => {
  expect(await faultsOf(sparks, treeRegressions, await fill(seed))).toEqual([]);
});

test("random expressions are computed alike by every Spark, as they are typed", async () => {
  const faults: string[] = [];
  const refused = new Map<string, number>();
  for (let start = 0; start < trees && faults.length < 20; start += CHUNK) {
    const made = sample(seed + start, Math.min(CHUNK, trees - start), (draw): Tree => {
      const aggregate = draw(5) === 0;
      return { text: (aggregate ? aggregateTreeOf : treeOf)(draw, refused), aggregate };
    });
    const found = await faultsOf(sparks, made, await fill(seed + start));
    faults.push(...found);
    for (const fault of found) console.log(`seed ${seed + start}: ${fault}`);
  }
  console.log("refused on the way", Object.fromEntries(refused));
  expect(faults).toEqual([]);
});

/** New rows in the table of each Spark. */
async function fill(from: number): Promise<readonly (readonly Value[])[]> {
  const [rows = []] = sample(from, 1, (draw) => rowsOf(draw, ROWS));
  const texts = rows.map((row) => row.map(valueSql));
  await Promise.all(sparks.map((spark) => spark.table(tableSchema, texts)));
  return rows;
}

const sample = <T>(from: number, numRuns: number, make: (draw: Draw) => T): readonly T[] =>
  fc.sample(
    fc.gen().map((g) => make((below) => g(fc.nat, { max: below - 1 }))),
    { seed: from, numRuns },
  );
