import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

it.each(["{ x: 1 }", "[{ x: 1 }]", "1"])("'how: %s' in a join is reported where it stands", (how) => {
  const pipeline = `pipeline: p\nsilver:\n  a: { from: silver.b, join: { b: { table: silver.b, on: [x], how: ${how} } } }\n`;
  const project =
    "version: 1\nproject: p\nplatform: { spark: databricks }\nlake: { account: lake }\nenvironments: { local: { on: this-machine } }\n";
  const { diagnostics } = compile(memoryHost({ "sluice.yaml": project, "pipelines/p.yaml": pipeline }), targets);
  const [found] = diagnostics.filter(
    ({ origin }) => origin.start.line === 3 && origin.file.path === "pipelines/p.yaml",
  );
  expect(found?.severity).toBe("error");
});
