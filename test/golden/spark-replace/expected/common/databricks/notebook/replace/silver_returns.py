# Databricks notebook source
# MAGIC %md
# MAGIC # silver.returns
# MAGIC Reads `bronze.sales`; writes `silver.returns`, `silver.returns.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_returns_place")  # of this environment's sources
query = Query(
    name="replace/silver.returns",
    identity=f"1-41447288-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/sales"),
    "item string, amount bigint, tags array<string>",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "item",
    "amount",
    "tags",
    "enqueued_at",
    "partition",
    "offset",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What is wanted, and what must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS, where="amount < 0")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/returns",
        columns=["item", "amount", "tags", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/returns_quarantine",
    )


begin(query, f"{lake}/silver/returns")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
