# Databricks notebook source
# MAGIC %md
# MAGIC # gold.copy
# MAGIC Reads `silver.readings`; writes `gold.copy`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_copy_place")  # of this environment's sources
query = Query(
    name="rows/gold.copy",
    identity=f"1-8981cdf9-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/a")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "x",
    "enqueued_at",
    "partition",
    "offset",
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
        table=f"{lake}/gold/copy",
        columns=["x", "enqueued_at", "partition", "offset"],
    )


begin(query, f"{lake}/gold/copy")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
