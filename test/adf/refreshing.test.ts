import { expect, it } from "vitest";
import { caseNames, compileCase, readCase } from "../golden.js";

/** The pipelines of the goldens that refresh what a warehouse keeps, and how many runs of each may go on at a time. */
const refreshing = caseNames()
  .filter((name) => /^(?:sql-|project-)/.test(name))
  .flatMap((name) => compileCase(readCase(name)).artifacts)
  .filter(({ path, body }) => /\/pipeline\//.test(path) && /EXEC \[\w+\]\.\[refresh_/.test(body))
  .map(({ path, body }) => [path, JSON.parse(body).properties.concurrency] as const);

it("a pipeline that refreshes what is kept runs once at a time, as procedures take no locks", () => {
  expect(refreshing.length).toBeGreaterThanOrEqual(2);
  expect(refreshing.filter(([, concurrency]) => concurrency !== 1)).toEqual([]);
});
