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
query = "rows/gold.copy"
place = parameter("gold_copy_place")  # of this environment's sources
app = f"{query}/1-8981cdf9-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/gold/copy",
        columns=["x", "enqueued_at", "partition", "offset"],
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/gold/copy")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
