import { expect, it } from "vitest";
import { evaluate } from "../../local/adf/expression/evaluate.js";
import type { ObjectValue } from "../../local/adf/expression/value.js";
import { compiledCases, compiledProjects, isObjectOfService } from "../compiled.js";
import { at, type Json, within } from "./factory.js";

/**
 * Where a copy writes a landing and a data flow reads one, in all that is made of the projects to copy and of the golden cases: the
 * folder that the lake's dataset is given, by whose activity it is.
 */
const folders: ReadonlyMap<string, string> = new Map(
  [...compiledProjects(), ...compiledCases()].flatMap(({ name, artifacts }) =>
    artifacts
      .filter(isObjectOfService)
      .filter(({ kind }) => kind === "pipeline")
      .flatMap(({ path, body }) =>
        [...within(JSON.parse(body))].flatMap((one) =>
          given(one).map((folder) => [folder, `${name}/${path}: ${at(one, "name")}`] as const),
        ),
      ),
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

function given(activity: Json): readonly string[] {
  const outputs = at(activity, "type") === "Copy" ? [...within(at(activity, "outputs") ?? null)] : [];
  const inputs = at(activity, "type") === "ExecuteDataFlow" ? [...within(at(activity, "typeProperties") ?? null)] : [];
  const sets = [...outputs, ...inputs];
  return sets
    .map((parameters) => at(parameters, "folder", "value"))
    .filter((folder) => typeof folder === "string")
    .filter((folder) => !folder.includes("/unzipped/")); // of one run, by its id
}
