# Databricks notebook source
# MAGIC %md
# MAGIC # silver.priced
# MAGIC Reads `silver.sales`, `gold.totals`; writes `silver.priced`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "replace/silver.priced"
place = parameter("silver_priced_place")  # of this environment's sources
app = f"{query}/1-2ce43b1d-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/sales")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "item",
    "amount",
    "tags",
    "enqueued_at",
    "partition",
    "offset",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "totals": (f"{lake}/gold/totals", "left", "_own.item = totals.item", ["totals.total"]),
})

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/priced",
        columns=["item", "amount", "tags", "enqueued_at", "partition", "offset"],
        lookups=LOOKUPS,
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/priced")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
