# Databricks notebook source
# MAGIC %md
# MAGIC # silver.items
# MAGIC Reads `bronze.sales`; writes `silver.items`, `silver.items.quarantine`, `silver.items.late`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_items_place")  # of this environment's sources
query = Query(
    name="sales/silver.items",
    identity=f"1-455da83b-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/sales"),
    "sale_id string, at timestamp, tags string, items array<struct<sku:string,quantity:int>>",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Explode: a row for each item
elements = exploded(events, "item", "items")

# COMMAND ----------

# DBTITLE 1,Columns
rows = elements.selectExpr(
    "sale_id",
    "at",
    "item.sku AS sku",
    "item.quantity AS quantity",
    "12 / nullif(array_size(items), 0) AS share",
    "tags",
    "_element",
    "_elements",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What is wanted, and what must hold
EXPECTATIONS = {
    "has_at": ("at is not null", "quarantine"),
    "positive": ("quantity > 0", "quarantine"),
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 1 hour, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS, where="sku is null or sku <> 'bag'")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/items",
        columns=["sale_id", "at", "sku", "quantity", "share", "tags"],
        quarantine=f"{lake}/silver/items_quarantine",
        watermark=Watermark("at", delay="10 minutes", late="divert", diverted_to=f"{lake}/silver/items_late"),
        deduplication=Deduplication(keys=["sale_id", "sku", "at"], order=["_partition", "_offset", "_element"]),
        counted=COUNTED,
    )


begin(query, f"{lake}/silver/items")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
