# Databricks notebook source
# MAGIC %md
# MAGIC # silver.sales
# MAGIC Reads `bronze.sales`, `gold.prices`; writes `silver.sales`, `silver.sales.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_sales_place")  # of this environment's sources
query = Query(
    name="shop/silver.sales",
    identity=f"1-f3cb57d8-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/sales"),
    "sale string, item string, store string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "sale",
    "item",
    "store",
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

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_at": ("at is not null", "drop"),
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 1 hour, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "prices": Lookup(f"{lake}/gold/prices", how="left", on="_own.item = prices.item and date_trunc('day', _own.at) = prices.window_start", columns=["prices.price"]),
})

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/sales",
        columns=["sale", "item", "store", "at", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/sales_quarantine",
        watermark=Watermark("at", delay="1 hour", late="drop"),
        deduplication=Deduplication(keys=["sale", "at"], order=["_partition", "_offset"]),
        lookups=LOOKUPS,
    )


begin(query, f"{lake}/silver/sales")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
