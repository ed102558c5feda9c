import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import { legalityPage } from "./page.js";
import { reasons } from "./refusals.js";
import { plans, projectWith, verdicts } from "./verdicts.js";

const all = plans();
const { tables, unsayable } = verdicts();
const isAccepted = new Map(all.map(({ plan, accepted }) => [plan, accepted]));

const says = reasons();

function reported(layers: Parameters<typeof projectWith>[0]) {
  const { diagnostics } = compile(memoryHost(projectWith(layers)), targets);
  return diagnostics.filter(({ severity }) => severity === "error");
}

const errors = (layers: Parameters<typeof projectWith>[0]): readonly string[] =>
  [...new Set(reported(layers).map(({ code }) => code))].sort();

it("what the tables read compiles", () => {
  expect(errors({})).toEqual([]);
});

it("each plan that was started has one verdict", () => {
  const told = [
    ...tables.flatMap(({ accepted, refused, stricter, madeRight }) => [accepted, refused, stricter, madeRight].flat()),
    ...unsayable.flatMap((one) => one.plans),
  ];
  expect([...told].sort()).toEqual(all.map(({ plan }) => plan).sort());
});

describe.each(tables)("$what", ({ accepted, refused, stricter, madeRight, by, because, layers }) => {
  it("has the verdict that it is said to have", () => {
    expect(errors(layers)).toEqual(by);
    expect(by.length > 0).toBe(refused.length + stricter.length > 0);
    expect(by.length === 0).toBe(accepted.length + madeRight.length > 0);
  });

  it("is compared with Spark's verdict as it was measured", () => {
    expect([...accepted, ...stricter].filter((plan) => isAccepted.get(plan) !== true)).toEqual([]);
    expect([...refused, ...madeRight].filter((plan) => isAccepted.get(plan) !== false)).toEqual([]);
  });

  it("says why where it is not Spark's", () => {
    const isOurs = stricter.length + madeRight.length > 0;
    expect(because !== undefined).toBe(isOurs);
    const silent = reported(layers).filter(
      ({ code, message }) => !says.get(code)?.some((words) => message.includes(words)),
    );
    if (stricter.length > 0) expect(silent.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    if (stricter.length > 0)
      expect(because).toMatch(
        /^(unbounded|lost replay|results that depend on (the clock|batch cuts)|not what is written)/,
      );
  });
});

it("tells how much of what was started can be said", () => {
  const sum = (of: (one: (typeof tables)[number]) => readonly string[]) => tables.flatMap(of).length;
  const shares = {
    plans: all.length,
    "accepted as by Spark": sum(({ accepted }) => accepted),
    "refused as by Spark": sum(({ refused }) => refused),
    "refused for a reason of our own": sum(({ stricter }) => stricter),
    "made right": sum(({ madeRight }) => madeRight),
    "not sayable": unsayable.flatMap((one) => one.plans).length,
  };
  console.log(shares);
  expect(
    Object.values(shares)
      .slice(1)
      .reduce((a, b) => a + b),
  ).toBe(all.length);
});

it("docs/legality.md is made of this (rewrite with UPDATE_GOLDEN=1)", () => {
  const page = legalityPage(all, { tables, unsayable });
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync("docs/legality.md", page);
  expect(readFileSync("docs/legality.md", "utf8")).toBe(page);
});
