import { expect, it } from "vitest";
import { Report } from "../../compiler/diagnostics/report.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { adf } from "../../targets/adf/adf.js";
import { at, namesIn } from "./factory.js";
import {
  database,
  emit,
  everything,
  field,
  flow,
  job,
  landing,
  plays,
  project,
  subscriptions,
  users,
} from "./fixture.js";

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

it("refuses pipelines with the name of one that is made beside them", () => {
  const columns = Array.from({ length: 40 }, (_, at) => field(`a_column_of_the_table_${at}`, "string"));
  const tables = Array.from({ length: 60 }, (_, at) => landing({ table: `table_${at}`, columns }));
  const made = emit(project([flow("users", tables)])).map(({ path }) => /(users_land_\w+)\.json$/.exec(path)?.[1]);
  const part = made.find((name) => name !== undefined) ?? "";
  const others = [part.toUpperCase(), "USERS_MASTER"].map((name) =>
    flow(name, [landing({ table: name, columns: [field("id", "bigint")] })]),
  );
  const after = flow("scores", [plays], { after: ["users"] });
  expect(refused(project([flow("users", tables), after, ...others])).toSorted()).toEqual([
    `adf/taken-name: '${part}' is what Data Factory's pipeline that lands tables for 'users' is called, so no other one can have that name: call '${part.toUpperCase()}' otherwise.`,
    "adf/taken-name: 'users_master' is what Data Factory's pipeline that calls 'users' and 'scores' is called, so no other one can have that name: call 'USERS_MASTER' otherwise.",
  ]);
});

it("refuses a chain with more pipelines than a service takes activities; a workspace takes more than it is parted above", () => {
  const lands = (name: string, after: readonly string[]) =>
    flow(name, [landing({ pipeline: name, table: name, columns: [field("id", "bigint")] })], { after });
  const chain = (length: number) => [
    lands("users", []),
    ...Array.from({ length: length - 1 }, (_, at) => lands(`after_${at}`, ["users"])),
  ];
  for (const [spark, service] of [
    ["databricks", "Data Factory"],
    ["synapse", "Synapse"],
  ] as const) {
    expect(refused(project(chain(120), { spark }))).toEqual([]);
    expect(refused(project(chain(121), { spark }))).toEqual([
      `adf/pipeline-too-large: Pipeline 'users_master' with the 121 pipelines that it calls has 121 activities, and ${service} takes 120: take some of them out of it.`,
    ]);
  }
});

it("lands by several pipelines of a workspace what has too many activities for one, each of which asks the environment", () => {
  const tables = Array.from({ length: 9 }, (_, at) =>
    landing({ of: database(`db_${at}`), table: `table_${at}`, columns: [field("id", "bigint")] }),
  );
  const of = project([flow("users", tables)], { spark: "synapse" });
  expect(refused(of)).toEqual([]);
  const parts = emit(of).filter(({ path }) => /\/pipeline\/users_land_\w+\.json$/.test(path));
  expect(parts.length).toBeGreaterThan(1);
  for (const { body } of parts)
    expect(namesIn(at(JSON.parse(body), "properties", "activities"))[0]).toBe("environment");
});

it("refuses a pipeline that names more tables than it has room for, however many land them", () => {
  const name = "a_table_whose_name_is_as_long_as_the_name_of_a_table_in_sql_server_may_be_or_nearly".repeat(2);
  const tables = Array.from({ length: 1200 }, (_, at) =>
    landing({ table: `${name}_${at}`, columns: [field("id", "bigint")] }),
  );
  expect(refused(project([flow("users", tables)]))).toEqual([
    expect.stringMatching(
      /^adf\/pipeline-too-large: Pipeline 'users' with its 1200 tables has 2\d\d KB, and Data Factory takes 200 KB/,
    ),
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
