# Databricks notebook source
# MAGIC %md
# MAGIC # silver.stores
# MAGIC Reads `bronze.stores`; writes `silver.stores`.
# MAGIC Generated from `pipelines/pipeline-2.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_stores_place")  # of this environment's sources
query = Query(
    name="stores/silver.stores",
    identity=f"1-9a890469-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.stores
landed = Landed(
    source="films/stores/bronze.stores/1-990e2cb9",
    folder=f"{lake}/bronze/stores/1-990e2cb9",
    form="csv",
    columns="_read_at timestamp NOT NULL, city string, id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "id",
        "city",
        "_landing",
        "_read_at",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/stores",
    columns=["id", "city"],
    keys=["id"],
)
