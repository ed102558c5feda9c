import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../golden.js";
import { at, namesIn } from "./factory.js";

/* Pipelines of a workspace that have no room for all that they land: which of them ask the environment, and how much is in each. */

const names = (count: number) => Array.from({ length: count }, (_, at) => `shop_${at}`);

/** Files of as many containers, each of which is read by activities of its own. */
function pipelinesOf(containers: number, more = ""): ReadonlyMap<string, readonly string[]> {
  const { artifacts, diagnostics } = compile(
    memoryHost({
      "sluice.yaml": `
version: 1
project: shop
platform: { orchestrator: synapse, spark: synapse }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: db }
connections:
  db: { kind: azure-sql, server: shop.database.windows.net, database: shop }
${names(containers)
  .map((name) => `  ${name}: { kind: blob, account: ${name.replace("_", "")}, container: out }`)
  .join("\n")}
environments: { local: { on: this-machine } }
`,
      "pipelines/prices.yaml": `
pipeline: prices
${more}
sources:
${names(containers)
  .map(
    (name) =>
      `  ${name}: { kind: files, connection: ${name}, path: "prices/*.csv", format: csv, read: new-files, changes: upsert, lag: 10 minutes, columns: { id: bigint } }`,
  )
  .join("\n")}
bronze:
${names(containers)
  .map((name) => `  ${name}: { from: sources.${name}, format: csv }`)
  .join("\n")}
`,
    }),
    targets,
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map(
    artifacts
      .filter(({ path }) => path.startsWith("common/synapse/pipeline/"))
      .map(({ path, body }) => [
        path.split("/").at(-1) ?? "",
        namesIn(at(JSON.parse(body), "properties", "activities")),
      ]),
  );
}

it("asks the environment where something asks for what it decides, and nowhere else", () => {
  const { main = [], parts } = parted(pipelinesOf(9));
  expect(main).toEqual(parts.map((_, at) => `land part ${at + 1}`));
  for (const part of parts) expect(part[0]).toBe("environment");
});

it("asks the environment for whom to tell of a failure when there is one", () => {
  const { main = [] } = parted(pipelinesOf(9, "on_failure: { webhook: { secret: chat } }"));
  expect(main[0]).toBe("land part 1");
  expect(main).toContain("environment of the failure");
  expect(main).not.toContain("environment");
});

it("fills a part up to the 40 activities of a workspace, the call of the environment counted once", () => {
  const { parts } = parted(pipelinesOf(14));
  expect(parts.map(({ length }) => length)).toEqual([36, 36]);
});

function parted(pipelines: ReadonlyMap<string, readonly string[]>) {
  const parts = [...pipelines].filter(([name]) => name.startsWith("prices_land_")).map(([, activities]) => activities);
  expect(parts.length).toBeGreaterThan(1);
  return { main: pipelines.get("prices.json"), parts };
}
