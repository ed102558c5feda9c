import { describe, expect, it } from "vitest";
import { starter } from "../../cli/starter.js";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost, type Tree } from "../golden.js";
import { broken } from "./holds.js";

const { "sluice.yaml": project = "", "pipelines/readings.yaml": pipeline = "" }: Tree = starter();

const put = (text: string, ...swaps: readonly (readonly [from: string, to: string])[]): string =>
  swaps.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replaceAll(from, to);
  }, text);

type Place = (name: string) => Tree;
const of = (one: string, other = project): Tree => ({ "sluice.yaml": other, "pipelines/readings.yaml": one });

/** Each thing that has a name of the user's, with that name. */
const places: Readonly<Record<string, Place>> = {
  table: (name) => of(put(pipeline, ["  averages:", `  ${name}:`])),
  column: (name) => of(put(pipeline, ["average_temperature:", `${name}:`])),
  "column of a source": (name) =>
    of(put(pipeline, ["recorded_at: string", `recorded_at: string\n      ${name}: string`])),
  expectation: (name) => of(put(pipeline, ["has_device:", `${name}:`])),
  pipeline: (name) => of(put(pipeline, ["pipeline: readings", `pipeline: ${name}`])),
  project: (name) => of(pipeline, put(project, ["project: starter", `project: ${name}`])),
  environment: (name) => of(pipeline, put(project, ["  dev:", `  ${name}:`])),
  variable: (name) =>
    of(
      pipeline,
      put(
        project,
        ["  vault: {", `  ${name}: {`],
        ["vault: starter-dev", `${name}: starter-dev`],
        [`"\${vault}"`, JSON.stringify(`\${${JSON.parse(name)}}`)],
      ),
    ),
  connection: (name) =>
    of(put(pipeline, ["connection: events", `connection: ${name}`]), put(project, ["  events: {", `  ${name}: {`])),
  compute: (name) => of(pipeline, put(project, ["  small: { w", `  ${name}: { w`], ["{ small: {", `{ ${name}: {`])),
};

const never = [
  "__proto__",
  "..",
  "../../etc/passwd",
  "a/b",
  "a\\b",
  ".hidden",
  "-x",
  "1",
  "",
  "a b",
  "\u0130",
  "a\u202eb",
  "a\nb",
  "@{x}",
  "';x--",
  "x".repeat(300),
];
const members = ["constructor", "null", "true", "self", "class", "select", "spark", "tables"];

describe.each(Object.keys(places))("the name of a %s", (place) => {
  const filesOf = (name: string): Tree => places[place]?.(JSON.stringify(name)) ?? {};

  it.each(never)("is not %j, and that is told where it stands", (name) => {
    const files = filesOf(name);
    expect(broken(files)).toEqual([]);
    const errors = compile(memoryHost(files), targets).diagnostics.filter(({ severity }) => severity === "error");
    expect(errors).not.toEqual([]);
  });

  it.each(members)("may be %j, and means nothing else", (name) => {
    const files = filesOf(name);
    expect(broken(files)).toEqual([]);
    const codes = compile(memoryHost(files), targets).diagnostics.map(({ code }) => code);
    expect(codes).toEqual([]);
  });
});
