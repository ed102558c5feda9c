import { expect, it } from "vitest";
import { batchesOf } from "../../compiler/emit/batches.js";
import { compileCase, readCase } from "../golden.js";
import { type HandedBatch, handedTo } from "./deployment.fixture.js";
import { projectCloud, versionOf } from "./project-cloud.fixture.js";

/** The project that loads tables of a dedicated SQL pool, where its scripts are run when it is published. */
const input = Object.fromEntries(
  Object.entries(readCase("project-dedicated-sql-pool").input).map(([path, text]) => [
    path,
    text
      .replace(
        "pool: dw, identity: managed }",
        "pool: dw, identity: managed, deploy_as: dw_deployer, tables: { reports.*: {} } }\nprincipals: { analysts: {} }",
      )
      .replace(
        "pipeline: reports\n",
        "pipeline: reports\ngrants: { analysts: { connections.dw.reports.*: [select] } }\n",
      ),
  ]),
);

it("has a dedicated SQL pool make the tables that are loaded, then give the rights on them, batch by batch", async () => {
  const handed: HandedBatch[] = [];
  const cloud = await projectCloud(input, [], {}, { onRun: (_, given) => void handed.push(...handedTo(given)) });
  try {
    expect((await cloud.become(versionOf(input))).kind).toBe("published");
  } finally {
    await cloud.stop();
  }
  const scripts = ["env/prod/sql/dw/tables.sql", "common/grants/dw/rights.sql"];
  const { artifacts } = compileCase({ ...readCase("project-dedicated-sql-pool"), input });
  const made = scripts.flatMap((script) => {
    const body = artifacts.find(({ path }) => path === script)?.body ?? "";
    const batches = batchesOf(body).filter((batch) => batch.replaceAll(/^--.*$/gm, "").trim() !== "");
    return batches.map((text) => ({ script, where: "own", text }));
  });
  expect(made.length).toBeGreaterThan(scripts.length);
  expect(handed.filter(({ script }) => scripts.includes(script))).toEqual(made);
});
