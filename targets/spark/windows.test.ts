import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { memoryHost } from "../../test/golden.js";
import { targets } from "../index.js";

const [project = "", pipeline = ""] = readFileSync("test/golden/spark-windows/input.yaml", "utf8").split("---\n");

function windowsCell(text: string): { readonly identity: string | undefined; readonly code: string | undefined } {
  const { artifacts } = compile(memoryHost({ "sluice.yaml": project, "pipelines/p.yaml": text }), targets);
  const body = artifacts.find(({ path }) => path.endsWith("/gold_sessions.py"))?.body;
  return { identity: body?.match(/identity=.*/)?.[0], code: body?.match(/\.groupBy\([\s\S]*?\n {4}\)/)?.[0] };
}

it("aggregates that change places keep the identity, and their places in Spark's state", () => {
  const written = "aggregates: { n: count(*), last: max(at) }";
  const before = windowsCell(pipeline);
  const after = windowsCell(pipeline.replace(written, "aggregates: { last: max(at), n: count(*) }"));
  expect(pipeline).toContain(written);
  expect(before.code).toContain("max(at)");
  expect(before.identity).toBeDefined();
  expect(after).toEqual(before);
});
