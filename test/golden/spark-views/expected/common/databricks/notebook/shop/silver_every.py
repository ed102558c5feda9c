# Databricks notebook source
# MAGIC %md
# MAGIC # silver.every
# MAGIC Reads `bronze.orders`, `bronze.returns`; writes `silver.every`, `silver.every.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_every_place")  # of this environment's sources
query = Query(
    name="shop/silver.every",
    identity=f"1-a1eb16a0-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,bronze.orders: the columns of each body
bronze_orders = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "id string, at timestamp, shop string, lines array<struct<sku:string,quantity:int>>",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,silver.bought, which is not stored
silver_bought = bronze_orders.selectExpr(
    "id",
    "at",
    "enqueued_at",
    "partition",
    "offset",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)
silver_bought = only(silver_bought, "id <> 'o5'", "silver.bought.filtered")

# COMMAND ----------

# DBTITLE 1,bronze.returns: the columns of each body
bronze_returns = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/returns"),
    "id string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Union
events = union({
    "silver.bought": silver_bought,
    "bronze.returns": bronze_returns.selectExpr("*", "enqueued_at AS _enqueued_at", "partition AS _partition", "offset AS _offset"),
})

# COMMAND ----------

# DBTITLE 1,silver.events, which is not stored
silver_events = events.selectExpr(
    "id",
    "at",
    "_input",
    "_enqueued_at",
    "_partition",
    "_offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = silver_events.selectExpr(
    "id",
    "at",
    "_input",
    "_enqueued_at",
    "_partition",
    "_offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_at": ("at is not null", "quarantine"),
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 1 hour, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/every",
        columns=["id", "at"],
        quarantine=f"{lake}/silver/every_quarantine",
        watermark=Watermark("at", delay="10 minutes", late="drop"),
        deduplication=Deduplication(keys=["id", "at"], order=["_input", "_partition", "_offset"]),
        left=["silver.bought.filtered"],
    )


begin(query, f"{lake}/silver/every")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
