# Databricks notebook source
# MAGIC %md
# MAGIC # silver.visits
# MAGIC Reads `bronze.visits`; writes `silver.visits`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_visits_place")  # of this environment's sources
query = Query(
    name="catalogue/silver.visits",
    identity=f"1-00efed1b-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.visits": Reading(Landed(source="shop/catalogue/bronze.visits/1-281ab17d", folder=f"{lake}/bronze/visits/1-281ab17d", form="json", columns="at timestamp, spent double, visit_id bigint NOT NULL", within=["data", "items"])),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.visits"].selectExpr(
        "visit_id",
        "at",
        "spent",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["visit_id", "at", "spent"],
    table=f"{lake}/silver/visits",
)
