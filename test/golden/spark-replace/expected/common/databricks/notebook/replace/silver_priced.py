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
place = parameter("silver_priced_place")  # of this environment's sources
query = Query(
    name="replace/silver.priced",
    identity=f"1-2ce43b1d-{place}",
    lake=lake,
)

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
    "totals": Lookup(f"{lake}/gold/totals", how="left", on="_own.item = totals.item", columns=["totals.total"]),
})

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/priced",
        columns=["item", "amount", "tags", "enqueued_at", "partition", "offset"],
        lookups=LOOKUPS,
    )


begin(query, f"{lake}/silver/priced")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
