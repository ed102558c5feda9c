import { describe, expect, it } from "vitest";
import { randomProject } from "./random-tables.js";
import { refusals } from "./refusals.js";
import { verdicts } from "./verdicts.js";

const seed = Number(process.env["SLUICE_SEED"] ?? 20261128);
const projects = process.env["SLUICE_LONG"] === "1" ? 50 : 4;
const known = refusals();

it("each refusal that is said to be Spark's is one of a plan that was started on it", () => {
  const { tables } = verdicts();
  const shown = new Set(tables.filter(({ refused }) => refused.length > 0).flatMap(({ by }) => by));
  const unshown = [...known].filter(([code, { whose }]) => whose === "spark" && !shown.has(code));
  expect(unshown.map(([code]) => code)).toEqual([]);
});

describe.each(Array.from({ length: projects }, (_, at) => seed + at))("SLUICE_SEED=%i", (of) => {
  it("each table that is refused is so by Spark too, or for a reason of our own", () => {
    const { plans, refused } = randomProject(of, 40);
    const codes = refused.flatMap((one) => one.codes);
    const counts = Object.fromEntries(
      [...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]),
    );
    console.log(`SLUICE_SEED=${of}: ${plans} plans, ${refused.length} refused`, counts);
    expect(refused.filter((one) => one.codes.some((code) => !known.has(code)))).toEqual([]);
  });
});
