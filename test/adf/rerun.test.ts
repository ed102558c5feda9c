import { expect, it } from "vitest";
import { evaluate } from "../../local/adf/expression/evaluate.js";
import type { ObjectValue } from "../../local/adf/expression/value.js";
import { compiledCases, compiledProjects, isObjectOfService } from "../compiled.js";
import { at, type Json, within } from "./factory.js";

/** Those of the projects to copy and of the golden cases. */
const pipelines: readonly { readonly place: string; readonly body: Json }[] = [
  ...compiledProjects(),
  ...compiledCases(),
].flatMap(({ name, artifacts }) =>
  artifacts
    .filter(isObjectOfService)
    .filter(({ kind }) => kind === "pipeline")
    .map(({ path, body }) => ({ place: `${name}/${path}`, body: JSON.parse(body) })),
);

/**
 * Where a copy writes a landing and a data flow reads one: the folder that the lake's dataset is given, by whose activity it is.
 */
const folders: ReadonlyMap<string, string> = new Map(
  pipelines.flatMap(({ place, body }) =>
    [...within(body)].flatMap((one) => given(one).map((folder) => [folder, `${place}: ${at(one, "name")}`] as const)),
  ),
);

/** A lookup's answer, and the run that is at work now. */
const known = (text: string, run: string): { readonly pipeline: ObjectValue; readonly activities: ObjectValue } => {
  const [, lookup = ""] = /activity\('([^']+)'\)/.exec(text) ?? [];
  const firstRow = { run: "the run that asked", folder: "landing=0000000007", landing: 7n };
  return { pipeline: { RunId: run }, activities: { [lookup]: { output: { firstRow } } } };
};
const around = {
  item: { path: "bronze/orders/1-0a1b2c3d" },
  parameters: { source: { path: "bronze/orders/1-0a1b2c3d" } },
};

it("finds the landings of every kind of source", () => {
  const activities = [...folders.values()].map((place) => place.replace(/^.*: /, ""));
  expect(new Set(activities.map((name) => name.replace(/ \d+$| silver .*/, "")))).toEqual(
    new Set(["land the rows", "land the table", "land the files", "land the answers", "compute"]),
  );
});

it("writes and reads a landing in the run that has asked for its folder", () => {
  for (const [text] of folders)
    expect(evaluate(text, { ...known(text, "the run that asked"), ...around })).toMatch(/\/landing=0000000007$/);
});

it("neither writes nor reads it in a run that goes on from another's failed activity, and says what to do", () => {
  for (const [text, place] of folders)
    expect(() => evaluate(text, { ...known(text, "a later run"), ...around }), place).toThrow(
      "there is no 'start the pipeline anew, not from the failed activity'",
    );
});

/** What keeps that a landing is whole, by whose activity it is. */
const kept: ReadonlyMap<string, string> = new Map(
  pipelines.flatMap(({ place, body }) =>
    [...within(body)]
      .filter((one) => at(one, "type") === "Script")
      .flatMap((one) =>
        [...within(at(one, "typeProperties") ?? null)]
          .filter((text) => typeof text === "string" && /^MERGE .*'landing'/.test(text))
          .map((text) => [String(text), `${place}: ${at(one, "name")}`] as const),
      ),
  ),
);

it("keeps a landing in that run, and in no other", () => {
  const activities = [...kept.values()].map((place) => place.replace(/^.*: /, ""));
  expect(new Set(activities.map((name) => name.replace(/ \d+$| silver .*/, "")))).toEqual(
    new Set([
      "keep the answers",
      "keep the files",
      "keep the landing",
      "keep the mark",
      "keep the period",
      "keep what",
      "pass the period",
    ]),
  );
  for (const [text, place] of kept) {
    const asked = [...text.matchAll(/@\{(activity\('[^']+'\)\.output\.firstRow\[.*?'\)\])\}/g)].map(
      ([, one = ""]) => `@${one}`,
    );
    expect(asked.length, place).toBeGreaterThan(0);
    for (const one of asked) {
      expect(evaluate(one, { ...known(one, "the run that asked"), ...around }), place).toBe(7n);
      expect(() => evaluate(one, { ...known(one, "a later run"), ...around }), place).toThrow(
        "start the pipeline anew",
      );
    }
  }
});

function given(activity: Json): readonly string[] {
  const outputs = at(activity, "type") === "Copy" ? [...within(at(activity, "outputs") ?? null)] : [];
  const inputs = at(activity, "type") === "ExecuteDataFlow" ? [...within(at(activity, "typeProperties") ?? null)] : [];
  const sets = [...outputs, ...inputs];
  return sets
    .map((parameters) => at(parameters, "folder", "value"))
    .filter((folder) => typeof folder === "string")
    .filter((folder) => !folder.includes("/unzipped/")); // of one run, by its id
}
