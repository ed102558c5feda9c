import { expect, it } from "vitest";
import { Report } from "../../compiler/diagnostics/report.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { adf } from "../../targets/adf/adf.js";
import { database, everything, field, flow, job, landing, project, subscriptions, users } from "./fixture.js";

it("refuses nothing of what it can do", () => {
  expect(refused(everything)).toEqual([]);
});

it("refuses connections that would have the name of what a project has anyway", () => {
  const named = ["lake", "vault", "databricks_small"].map((name) =>
    landing({ of: database(name), table: name, columns: [field("id", "bigint")] }),
  );
  expect(refused(project([flow("users", named)])).toSorted()).toEqual(
    ["the clusters of compute 'small'", "the lake's linked service", "the vault's linked service"].map((other, at) => {
      const name = ["databricks_small", "lake", "vault"][at];
      return `adf/same-name: The linked service of connection '${name}' would have the name of ${other} in Data Factory; give the connection another name.`;
    }),
  );
});

it("refuses a pipeline that is too large, and says how many tables fit", () => {
  const columns = Array.from({ length: 20 }, (_, at) => field(`a_column_of_the_table_${at}`, "string"));
  const tables = (count: number) =>
    project([
      flow(
        "users",
        Array.from({ length: count }, (_, at) => landing({ table: `table_${at}`, columns })),
      ),
    ]);
  const [message = ""] = refused(tables(90));
  const fit = Number(/about (\d+) of them fit/.exec(message)?.[1]);
  expect(message).toMatch(/^adf\/pipeline-too-large: Pipeline 'users' with its 90 tables is \d+ KB/);
  expect(refused(tables(fit - 1))).toEqual([]);
  expect(refused(tables(fit + 2))).toHaveLength(1);
});

it("refuses more activities than a pipeline can have", () => {
  const databases = Array.from({ length: 20 }, (_, at) => database(`db_${at}`));
  const landings = databases.map((of) => landing({ of, table: of.name, columns: [field("id", "bigint")] }));
  expect(refused(project([flow("users", landings)]))).toEqual([
    "adf/too-many-activities: Pipeline 'users' has 124 activities, and Data Factory takes 120: 20 kinds of tables (each database, and in it each kind of cursor, and whole tables) with 6 or 7 activities each. Put some of them into a pipeline of their own.",
  ]);
});

it("refuses clusters without workers", () => {
  const { compute, ...rest } = job("users");
  const alone = { ...rest, compute: { ...compute, workers: new Map([["prod", 0]]) } };
  expect(refused(project([flow("users", [users])], { jobs: [alone] }))).toEqual([
    "adf/no-workers: Clusters that Data Factory starts have workers, and 'small' has none in 'prod': give it 1 or more.",
  ]);
});

it("refuses one control table for two environments", () => {
  const of = project([flow("users", [users, subscriptions])]);
  const [, prod] = of.environments;
  if (prod?.kind !== "azure") throw new Error("the fixture has another order");
  const both = { ...database(), server: here("sql.example.org"), database: here("youflix") };
  const control = { database: both, schema: "sluice" };
  expect(refused({ ...of, control, environments: [{ ...prod, name: "dev" }, prod] })).toEqual([
    "adf/shared-control: 'prod' would keep its marks in the very table of 'dev' (schema 'sluice' of one database), so each would miss the rows that the other has read. Give 'control' a database that differs from environment to environment.",
  ]);
});

const here = (value: string): ReadonlyMap<string, string> =>
  new Map([
    ["dev", value],
    ["prod", value],
  ]);

function refused(of: ProjectIr): readonly string[] {
  const report = new Report();
  const built = adf.build(of, report);
  expect(built === undefined).toBe(report.hasErrors);
  return report.sorted().map(({ code, message }) => `${code}: ${message}`);
}
