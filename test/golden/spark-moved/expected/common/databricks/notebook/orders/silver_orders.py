# Databricks notebook source
# MAGIC %md
# MAGIC # silver.orders
# MAGIC Reads `bronze.orders`; writes `silver.orders`, `silver.orders.quarantine`.
# MAGIC Generated from `pipelines/orders.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_orders_place")  # of this environment's sources
query = Query(
    name="shop/silver.orders",
    identity=f"1-2c36e01e-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "id string",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "id",
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
rows = checked(rows, EXPECTATIONS, where="id <> ''")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/orders",
        columns=["id", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/orders_quarantine",
    )


begin(query, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
