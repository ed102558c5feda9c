# Databricks notebook source
# MAGIC %md
# MAGIC # silver.stores
# MAGIC Reads `bronze.stores`; writes `silver.stores`, `silver.stores.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_stores_place")  # of this environment's sources
query = Query(
    name="shop/silver.stores",
    identity=f"1-07696313-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/stores"),
    "store string, city string",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "store",
    "city",
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
        table=f"{lake}/silver/stores",
        columns=["store", "city", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/stores_quarantine",
    )


begin(query, f"{lake}/silver/stores")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
