# Databricks notebook source
# MAGIC %md
# MAGIC # gold.order_days
# MAGIC Reads `silver.order`; writes `gold.order_days`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_order_days_place")  # of this environment's sources
query = Query(
    name="export/gold.order_days",
    identity=f"1-a509bf48-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/order")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "order_id",
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
        table=f"{lake}/gold/order_days",
        columns=["order_id", "at", "enqueued_at", "partition", "day"],
    )


begin(query, f"{lake}/gold/order_days")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
