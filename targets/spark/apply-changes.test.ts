import { expect, it } from "vitest";
import { Report } from "../../compiler/diagnostics/report.js";
import { pythonMistakes } from "../../test/python.js";
import { mergedProject } from "./apply-changes.fixture.js";
import { spark } from "./spark.js";

const project = mergedProject([
  {
    name: "users",
    landed: { user_id: "bigint!", name: "string", updated_at: "timestamp" },
    columns: { user_id: "user_id", name: "trim(name)", updated_at: "updated_at" },
    where: "name <> 'test'",
    expect: { has_name: ["name IS NOT NULL", "quarantine"] },
    keys: ["user_id"],
    sequenceBy: ["updated_at"],
  },
  { name: "plans", landed: { plan: "string!", price: "decimal(9,2)", n: "int" }, keys: ["plan"], sequenceBy: ["n"] },
]);

const artifacts = new Map([...(spark.build(project, new Report())?.print() ?? [])].map((one) => [one.path, one]));
const body = (path: string): string => artifacts.get(path)?.body ?? "";

it("a flow's job is a notebook that runs the others, and no job of Databricks", () => {
  expect([...artifacts.keys()].sort()).toEqual([
    "common/databricks/notebook/common.py",
    ...["batch", "silver_plans", "silver_users", "tables"].map((name) => `common/databricks/notebook/shop/${name}.py`),
    "env/local/job/shop.json",
  ]);
  expect(body("common/databricks/notebook/shop/batch.py")).toBe(`# Databricks notebook source
# MAGIC %md
# MAGIC # One run of shop
# MAGIC Takes the landings that are whole and not taken yet; without any it changes nothing.
# MAGIC Generated from \`test.yaml\`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_users_place", "silver_plans_place", "landings"]}

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_users

# COMMAND ----------

# MAGIC %run ./silver_plans
`);
});

it("what is merged stands in the notebook", () => {
  expect(
    body("common/databricks/notebook/shop/silver_users.py").split("# COMMAND ----------\n\n").slice(3).join(""),
  ).toBe(`# DBTITLE 1,What has landed of bronze.users
landed = Landed(
    source="shop/bronze.users",
    folder=f"{lake}/bronze/shop/users",
    form="csv",
    columns="user_id bigint NOT NULL, name string, updated_at timestamp",
)

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {
    "has_name": ("name is not null", "quarantine"),
}


def changes(landed):
    rows = landed.selectExpr(
        "user_id",
        "trim(name) AS name",
        "updated_at",
        "_landing",
    )
    return checked(rows, EXPECTATIONS, where="name <> 'test'")

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/users",
    columns=["user_id", "name", "updated_at"],
    keys=["user_id"],
    sequence_by=["updated_at"],
    quarantine=f"{lake}/silver/users_quarantine",
)
`);
});

it("on this machine its notebooks are given what a run of the flow does not", () => {
  expect(JSON.parse(body("env/local/job/shop.json"))).toMatchObject({
    job: "shop",
    parameters: { lake: "{state}/lake", silver_users_place: "here", silver_plans_place: "here" },
    notebooks: [
      { query: null, path: "common/databricks/notebook/shop/tables.py" },
      {
        query: "shop/silver.users",
        reads: ["bronze.users"],
      },
      { query: "shop/silver.plans", reads: ["bronze.plans"] },
    ],
    feeds: [],
  });
});

it("its Python is sound", () => {
  expect(pythonMistakes(Object.fromEntries([...artifacts].map(([path, one]) => [path, one.body])))).toEqual([]);
});
