# Databricks notebook source
# MAGIC %md
# MAGIC # gold.offer_days
# MAGIC Reads `silver.offer`; writes `gold.offer_days`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_offer_days_place")  # of this environment's sources
query = Query(
    name="export/gold.offer_days",
    identity=f"1-20384079-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/offer")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "offer_id",
    "at",
    "enqueued_at",
    "partition",
    "cast(at as date) AS day",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/offer_days",
        columns=["offer_id", "at", "enqueued_at", "partition", "day"],
    )


begin(query, f"{lake}/gold/offer_days")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
