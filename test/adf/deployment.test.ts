import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { nowhere } from "../../local/adf/nowhere.fixture.js";
import { readFactory } from "../../local/adf/read-factory.js";
import { runPipeline } from "../../local/adf/run-pipeline.js";
import { transact } from "../../local/sql/dialect.js";
import { proceduresOf } from "../../local/warehouse/parse-procedure.js";
import { scriptsOf } from "../../publish/script.js";
import { compileCase, readCase } from "../golden.js";
import { at } from "./factory.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-scripts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const name = "shop_ldw_scripts";
const { artifacts } = compileCase(readCase("project-scripts"));
const pipeline = artifacts.find(({ path }) => path === `common/adf/pipeline/${name}.json`)?.body ?? "";
mkdirSync(join(folder, "pipeline"));
writeFileSync(join(folder, "pipeline", `${name}.json`), pipeline);

type Batch = Readonly<Record<string, string>>;

/** The pipeline as it was emitted, handed these batches; a text that holds `wrong` is refused. */
async function handed(batches: readonly Batch[]) {
  const ran: string[] = [];
  const world = nowhere({
    database: (linkedService) => ({
      dialect: transact,
      run: async (texts) => {
        ran.push(...texts.map((text) => `${linkedService}: ${text}`));
        if (texts.some((text) => text.includes("wrong"))) throw new Error("Incorrect syntax near 'wrong'.");
        return [];
      },
    }),
  });
  const reach = {
    hasDatabase: () => true,
    hasStore: () => false,
    hasNotebook: () => false,
    functionsOf: () => undefined,
  };
  const read = readFactory([folder], name, reach);
  const parameters = { batches: batches.map((batch) => ({ ...batch })) };
  const failure = await runPipeline(read, { world, parameters, parent: undefined, within: [] }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return { ran, failure };
}

const [own, master] = [name, `${name}_master`];

it("runs each batch in its database, one after another, as it stands", async () => {
  const batches: readonly Batch[] = [
    { script: "1.sql", where: "master", text: "first" },
    { script: "2.sql", where: "own", text: "@{not an expression} '@' @pipeline().RunId" },
    { script: "2.sql", where: "own", text: "second" },
    { script: "3.sql", where: "master", text: "third" },
  ];
  expect(await handed(batches)).toEqual({
    ran: batches.map(({ where, text }) => `${where === "own" ? own : master}: ${text}`),
    failure: undefined,
  });
  expect(await handed([])).toEqual({ ran: [], failure: undefined });
});

it("is handed procedures that refresh what is kept as files of its own, each a batch by itself; pipelines call them as another identity", () => {
  const kept = compileCase(readCase("sql-cetas")).artifacts;
  const runs = scriptsOf(kept, { environment: "prod" }).flatMap(({ run }) => (run?.where === "own" ? [run] : []));
  const made = runs.flatMap(({ batches }) => batches.filter((text) => text.includes("CREATE OR ALTER PROCEDURE")));
  const procedures = made.flatMap(proceduresOf);
  expect(procedures.map((one) => one.name)).toEqual(["refresh_dear_gifts", "refresh_gifts", "refresh_turnover"]);
  expect(made).toHaveLength(procedures.length);
  const services = kept.filter(({ body }) => body.includes('"AzureSqlDW"')).map(({ body }) => JSON.parse(body));
  const identities = services.map((one) => [
    at(one, "name"),
    at(one, "properties", "typeProperties", "database"),
    at(one, "properties", "typeProperties", "authenticationType"),
  ]);
  expect(identities.sort()).toEqual([
    ["shop_ldw", "shop_ldw", "SystemAssignedManagedIdentity"],
    [own, "shop_ldw", "UserAssignedManagedIdentity"],
    [master, "master", "UserAssignedManagedIdentity"],
  ]);
});

it.each(["own", "master"] as const)(
  "runs none after one of %s that has failed, and fails with what that says",
  async (where) => {
    const found = await handed([
      { script: "1.sql", where: "master", text: "first" },
      { script: "2.sql", where, text: "wrong" },
      { script: "2.sql", where: "own", text: "never" },
      { script: "3.sql", where: "master", text: "never" },
    ]);
    expect(found.ran).toEqual([`${master}: first`, `${where === "own" ? own : master}: wrong`]);
    expect(found.failure).toContain("2.sql: ");
    expect(found.failure).toContain("Incorrect syntax near 'wrong'.");
  },
);

it("fails where a batch cannot be run at all", async () => {
  const { ran, failure } = await handed([
    { script: "1.sql", where: "own", text: "first" },
    { script: "2.sql", text: "nowhere" },
  ]);
  expect(ran).toEqual([`${own}: first`]);
  expect(failure).toContain("not all batches were run. ");
  expect(failure).toContain("where");
});
