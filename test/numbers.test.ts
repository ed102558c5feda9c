import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const [project = "", pipeline = ""] = readFileSync("test/golden/spark-rows-from-rows/input.yaml", "utf8").split(
  /^---\n/m,
);

/** What a project compiles to in which `columns: { z: … }` holds this number; an anchor makes the complete reader read it. */
function compiled(number: string, anchor = "") {
  const text = pipeline.replace("from: bronze.a,", `from: bronze.a, with_columns: { z: ${anchor}${number} },`);
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": project, "pipelines/one.yaml": text }),
    targets,
  );
  const notebook = artifacts.find(({ path }) => path.endsWith("notebook/first/silver_a.py"))?.body ?? "";
  return {
    made: /"(.*) AS z"/.exec(notebook)?.[1],
    messages: diagnostics.map(({ message }) => message),
  };
}

it.each([
  "9007199254740993",
  "100.000",
  "1.10",
  "-0.50",
  ".5",
  "1e3",
  "1.5E-3",
  "-7",
  "+12",
  `0.${"1".repeat(38)}`,
  `${"9".repeat(38)}.`,
])("the number %s is the expression as it is written", (number) => {
  expect(compiled(number)).toEqual(compiled(number, "&n "));
  expect(compiled(number)).toMatchObject({ made: number, messages: [] });
});

it.each([
  ["9".repeat(41), "does not fit into a bigint"],
  ["0x1F", "is no number here. Write 31."],
  ["0o17", "is no number here. Write 15."],
  ["1_000", "is no number"],
  [".inf", "found .inf"],
  ["-.Inf", "found -.Inf"],
  [".nan", "found .nan"],
  ["1e400", "found 1e400"],
  ['"1e400"', "does not fit into a double"],
])("%s is refused: %s", (number, reason) => {
  expect(compiled(number)).toEqual(compiled(number, "&n "));
  expect(compiled(number).messages).toEqual([expect.stringContaining(reason)]);
});

it("a variable's number is the text that stands there", () => {
  const variables = "variables: { a: { type: host, default: 10.20 }, b: { type: name, default: 007 } }\n";
  const kafka = 'connections: { k: { kind: kafka, servers: "${a}:9092" }, ';
  const text = `${variables}${project.replace("connections: { ", kafka)}`;
  const { diagnostics, understood } = compile(
    memoryHost({ "sluice.yaml": text, "pipelines/one.yaml": pipeline }),
    targets,
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  expect(understood?.linked.project.connections.get("k")).toMatchObject({
    servers: { values: new Map([["local", "10.20:9092"]]) },
  });
});

it("fields are named as they are written", () => {
  const text = pipeline.replace("x: string,", "x: string, s: { True: string, FALSE: string },");
  const { diagnostics, understood } = compile(
    memoryHost({ "sluice.yaml": project, "pipelines/one.yaml": text }),
    targets,
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const [source] = understood?.linked.project.pipelines[0]?.sources.values() ?? [];
  expect(source).toMatchObject({
    columns: expect.arrayContaining([
      expect.objectContaining({ type: ["True", "FALSE"].map((name) => expect.objectContaining({ name })) }),
    ]),
  });
});
