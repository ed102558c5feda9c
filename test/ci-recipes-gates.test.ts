import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecipes } from "./ci-recipes.fixture.js";
import { asksForStatus, isMet } from "./ci-recipes-gates.fixture.js";

/** Why a run begins. */
interface Event {
  readonly kind: "push" | "pull request" | "by hand";
  /** `refs/heads/main`; of a pull request what is merged. */
  readonly ref: string;
  readonly isFork?: boolean;
  /** What ends with a failure. */
  readonly fails?: string;
  /** There is something to publish. */
  readonly isKept?: boolean;
}

// As the yaml has it: what is not there is undefined.
type Part = { readonly [name: string]: unknown };
const part = (value: unknown): Part => Object(value);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const [github, devops] = readRecipes().map(({ yaml }) => part(yaml));

/** Which jobs of the workflow run. */
function jobsOf({ kind, ref, isFork = false, fails, isKept = true }: Event): readonly string[] {
  const on = part(github?.["on"]);
  const name = { push: "push", "pull request": "pull_request", "by hand": "workflow_dispatch" }[kind];
  const branches = part(on["push"])["branches"];
  const isOfBranch = [branches].flat().some((branch) => ref === `refs/heads/${branch}`);
  if (!(name in on) || (kind === "push" && !isOfBranch)) return [];
  const values: Readonly<Record<string, string>> = {
    "github.event_name": name,
    "github.ref": ref,
    "github.repository": "us/project",
    ...(kind === "pull request"
      ? { "github.event.pull_request.head.repo.full_name": isFork ? "them/project" : "us/project" }
      : {}),
  };
  const jobs = Object.entries(part(github?.["jobs"])).map(([job, body]) => ({ name: job, ...part(body) }) as Part);
  const ran = new Set<string>();
  for (const job of jobs) {
    const isSuccess = [job["needs"] ?? []].flat().every((one) => ran.has(textOf(one)) && one !== fails);
    const condition = textOf(job["if"]);
    const value = (wanted: string) =>
      wanted === "needs.plan.outputs.plan" ? (ran.has("plan") && isKept ? "17" : null) : (values[wanted] ?? null);
    const isWanted = condition === "" || isMet(condition, { value, isSuccess });
    if (isWanted && (isSuccess || asksForStatus(condition))) ran.add(textOf(job["name"]));
  }
  return [...ran];
}

/** Which stages of the pipeline run. */
function stagesOf({ kind, ref, isFork = false, fails, isKept = true }: Event): readonly string[] {
  if (kind === "push" && ![devops?.["trigger"]].flat().some((branch) => ref === `refs/heads/${branch}`)) return [];
  const ran = new Set<string>();
  let isSuccess = true;
  for (const stage of [devops?.["stages"] ?? []].flat().map(part)) {
    const values: Readonly<Record<string, string>> = {
      "variables['Build.SourceBranch']": ref,
      ...(kind === "pull request" ? { "variables['System.PullRequest.IsFork']": isFork ? "True" : "False" } : {}),
      ...(ran.has("plan") && isKept ? { "dependencies.plan.outputs['plan.plan.isKept']": "true" } : {}),
    };
    const value = (wanted: string) => values[wanted] ?? null;
    // Each waits for the one before it; without a condition of its own that one must have succeeded.
    const condition = textOf(stage["condition"] ?? "succeeded()");
    const runs = isMet(condition, { value, isSuccess });
    if (runs) ran.add(textOf(stage["stage"]));
    isSuccess = runs && stage["stage"] !== fails;
  }
  return [...ran];
}

const [main, other, merged] = ["refs/heads/main", "refs/heads/work", "refs/pull/7/merge"];
const events: readonly (readonly [string, Event, readonly string[], readonly string[]])[] = [
  ["a push to main", { kind: "push", ref: main }, ["check", "plan", "publish"], ["check", "plan", "publish"]],
  ["one with nothing to do", { kind: "push", ref: main, isKept: false }, ["check", "plan"], ["check", "plan"]],
  ["one that does not validate", { kind: "push", ref: main, fails: "check" }, ["check"], ["check"]],
  ["one whose plan fails", { kind: "push", ref: main, fails: "plan" }, ["check", "plan"], ["check", "plan"]],
  ["a push to another branch", { kind: "push", ref: other }, [], []],
  ["a pull request", { kind: "pull request", ref: merged }, ["check", "comment"], ["check", "plan"]],
  ["one of a fork", { kind: "pull request", ref: merged, isFork: true }, ["check"], ["check"]],
  ["a run by hand", { kind: "by hand", ref: main }, ["check", "plan", "publish"], ["check", "plan", "publish"]],
  ["one of another branch", { kind: "by hand", ref: other }, ["check"], ["check", "plan"]],
];

describe.each(events)("%s", (_, event, jobs, stages) => {
  it("runs these jobs of GitHub's", () => expect(jobsOf(event)).toEqual(jobs));
  it("runs these stages of Azure DevOps'", () => expect(stagesOf(event)).toEqual(stages));
});

/** Names of the objects in which `prod` or its connection is named. */
function withProd(value: unknown, name: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, one]) =>
      (["environment", "azureSubscription"].includes(key) && [name, `sluice-${name}`].includes(textOf(one))) ||
      withProd(one, name),
  );
}

it("what may publish runs only of main, whatever begins it", () => {
  const jobs = Object.entries(part(github?.["jobs"]));
  const stages = [devops?.["stages"] ?? []].flat().map(part);
  const publishing = [
    jobs.filter(([, job]) => withProd(job, "prod")).map(([name]) => name),
    stages.filter((stage) => withProd(stage, "prod")).map((stage) => textOf(stage["stage"])),
  ];
  expect(publishing).toEqual([["publish"], ["publish"]]);
  const branch = fc.oneof(
    fc.constantFrom("main", "mainx", "x/main", "main/x", "main'", "", "master", "maiń"),
    fc.string({ maxLength: 8 }),
  );
  const event = fc.record({
    kind: fc.constantFrom("push" as const, "pull request" as const, "by hand" as const),
    ref: fc
      .tuple(fc.constantFrom("refs/heads/", "refs/tags/", "refs/pull/7/", ""), branch)
      .map((parts) => parts.join("")),
    isFork: fc.boolean(),
    isKept: fc.boolean(),
  });
  // A service gives no pull request, and no tag, the name of a branch; and both compare names without their case.
  const isMain = ({ kind, ref }: Event): boolean => kind !== "pull request" && ref.toLowerCase() === main;
  fc.assert(
    fc.property(event, (one) => {
      fc.pre(one.kind !== "pull request" || !one.ref.startsWith("refs/heads/"));
      if (jobsOf(one).includes("publish")) expect(isMain(one)).toBe(true);
      if (stagesOf(one).includes("publish")) expect(isMain(one)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  for (const kind of ["push", "by hand"] as const) expect(jobsOf({ kind, ref: main })).toContain("publish");
});

it("conditions are evaluated as the services do", () => {
  const value = (name: string) => ({ a: "X", "variables['e']": "" })[name] ?? null;
  const met = (condition: string): boolean => isMet(condition, { value, isSuccess: false });
  expect(
    ["a == 'x'", "b == ''", "!(a != 'X') && b != 'y'", "a && !b || false", "${{ !cancelled() }}"].map(met),
  ).toEqual(Array.from({ length: 5 }, () => true));
  expect(["b", "a == 'y'", "success()", "a != 'x' || b"].map(met)).toEqual(Array.from({ length: 4 }, () => false));
  expect(
    ["and(not(succeeded()), eq(a, 'x'))", "ne(variables['none'], 'True')", "or(eq(a, 'y'), true)"].map(met),
  ).toEqual([...[true, true, true]]);
  expect(["and(succeeded(), true)", "eq(variables['none'], 'True')"].map(met)).toEqual([false, false]);
  expect(() => met("contains(a, 'x')")).toThrow("No function: contains");
});
