# Databricks notebook source
# MAGIC %md
# MAGIC # silver.archived
# MAGIC Reads `bronze.archived`; writes `silver.archived`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_archived_place")  # of this environment's sources
query = Query(
    name="films/silver.archived",
    identity=f"1-cac2ab86-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.archived": Reading(Landed(source="films/films/bronze.archived/1-7e783142", folder=f"{lake}/bronze/archived/1-7e783142", form="json", columns="film string, year int")),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.archived"].selectExpr(
        "film",
        "year",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["film", "year"],
    table=f"{lake}/silver/archived",
)
