# Databricks notebook source
# MAGIC %md
# MAGIC # silver.members
# MAGIC Reads `bronze.members`; writes `silver.members`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_members_place")  # of this environment's sources
query = Query(
    name="catalogue/silver.members",
    identity=f"1-7f2f872f-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.members": Reading(Landed(source="shop/catalogue/bronze.members/1-14e0f64f", folder=f"{lake}/bronze/members/1-14e0f64f", form="json", columns="id string NOT NULL, mail string", within=["value"])),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.members"].selectExpr(
        "id",
        "mail",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["id", "mail"],
    table=f"{lake}/silver/members",
)
