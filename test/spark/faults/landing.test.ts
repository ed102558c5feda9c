import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isLong, seed, survives, undisturbed } from "./chain.js";
import { comparable, expectedOfLandings } from "./expected.js";
import type { Kind } from "./faults.js";
import { notConserved } from "./left.js";
import { landingProject } from "./project.js";

const project = landingProject(40, 2);
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

let expected: Awaited<ReturnType<typeof undisturbed>>;
beforeAll(async () => {
  expected = await undisturbed(project);
});

it("a run that nothing strikes: every row is somewhere, and tables are what the landed files come to", () => {
  expect(notConserved(expected.left)).toEqual([]);
  const calculated = expectedOfLandings(project);
  expect(comparable(expected.left, calculated)).toEqual(calculated);
  expect(Object.keys(calculated).filter((name) => calculated[name]?.length === 0)).toEqual([]);
});

const chain: readonly Kind[] = ["kill and tear", "full disk", "kill and tear"];

it(`changes that are merged, history, and a table that is replaced; killed, torn and without room (seed ${seed}): the same tables`, async () => {
  let faults = 0;
  for (let n = 0; n < (isLong ? 12 : 1); n += 1) faults += await survives(project, chain, n, expected, false);
  expect(faults).toBeGreaterThanOrEqual(isLong ? 32 : 3);
});
