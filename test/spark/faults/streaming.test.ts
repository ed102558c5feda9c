import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isLong, seed, survives, undisturbed } from "./chain.js";
import { comparable, expectedOfStreams } from "./expected.js";
import type { Kind } from "./faults.js";
import { notConserved } from "./left.js";
import { streamingProject } from "./project.js";

const project = streamingProject(150, 2);
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

let expected: Awaited<ReturnType<typeof undisturbed>>;
beforeAll(async () => {
  expected = await undisturbed(project);
});

it("a run that nothing strikes: every row is somewhere, and tables and files are what the producers' files come to", () => {
  expect(notConserved(expected.left)).toEqual([]);
  const calculated = expectedOfStreams(project);
  expect(comparable(expected.left, calculated)).toEqual(calculated);
  expect(Object.keys(calculated).filter((name) => calculated[name]?.length === 0)).toEqual([]);
  expect(expected.left.sizes).toMatchObject({
    "bronze.readings": project.sent["readings"],
    "bronze.notes": project.sent["notes"],
  });
});

const chain: readonly Kind[] = ["kill and tear", "full disk", "broker", "kill and tear"];
// The broker ends before half of the files are there: the rows of the second wave need it.
const longer: readonly Kind[] = ["kill", "kill and tear", "broker", "full disk", "kill and tear", "kill and tear"];

it(`killed, torn, without room, without its broker, and with batches made again (seed ${seed}): the same tables`, async () => {
  let faults = 0;
  for (let n = 0; n < (isLong ? 6 : 1); n += 1)
    faults += await survives(project, isLong ? longer : chain, n, expected, true);
  expect(faults).toBeGreaterThanOrEqual(isLong ? 70 : 8);
});
