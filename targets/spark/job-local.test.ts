import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { memoryHost } from "../../test/golden.js";
import { targets } from "../index.js";

it("feeds a source once, however many tables keep what it delivers", () => {
  const [project = "", pipeline = ""] = readFileSync("test/golden/spark-variables/input.yaml", "utf8").split("---\n");
  const twice = pipeline.replace("bronze:", "bronze:\n  again: { from: sources.a }");
  const { artifacts } = compile(memoryHost({ "sluice.yaml": project, "pipelines/readings.yaml": twice }), targets);
  const job = JSON.parse(artifacts.find(({ path }) => path === "env/local/job/readings.json")?.body ?? "null");
  expect(job.notebooks.map(({ query }: { query: string }) => query)).toContain("readings/bronze.again");
  expect(job.feeds.map(({ source }: { source: string }) => source)).toEqual(["readings/sources.a"]);
});
