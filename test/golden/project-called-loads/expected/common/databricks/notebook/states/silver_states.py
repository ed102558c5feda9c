# Databricks notebook source
# MAGIC %md
# MAGIC # silver.states
# MAGIC Reads `bronze.states`; writes `silver.states`.
# MAGIC Generated from `pipelines/pipeline-2.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_states_place")  # of this environment's sources
query = Query(
    name="states/silver.states",
    identity=f"1-f9e4a3d1-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.states": Loads(source="films/states/bronze.states/1-420352f3", folder=f"{lake}/loads/states", columns="shop string"),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.states"].selectExpr(
        "shop",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["shop"],
    table=f"{lake}/silver/states",
)
