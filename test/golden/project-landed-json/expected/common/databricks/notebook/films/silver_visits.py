# Databricks notebook source
# MAGIC %md
# MAGIC # silver.visits
# MAGIC Reads `bronze.visits`; writes `silver.visits`, `silver.visits.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_visits_place")  # of this environment's sources
query = Query(
    name="films/silver.visits",
    identity=f"1-a9d162d2-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.visits
landed = Landed(
    source="films/films/bronze.visits/1-4f87aa94",
    folder=f"{lake}/bronze/visits/1-4f87aa94",
    form="json",
    columns="at timestamp, place struct<city:string,seat:int>, spent decimal(9,2), tags array<string>, visit_id int NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {
    "has_time": ("at is not null", "quarantine"),
}


def changes(landed):
    rows = landed.selectExpr(
        "visit_id",
        "at",
        "spent",
        "tags",
        "place",
        "_landing",
    )
    return checked(rows, EXPECTATIONS, where="visit_id > 0")

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/visits",
    columns=["visit_id", "at", "spent", "tags", "place"],
    keys=["visit_id"],
    sequence_by=["at"],
    quarantine=f"{lake}/silver/visits_quarantine",
)
