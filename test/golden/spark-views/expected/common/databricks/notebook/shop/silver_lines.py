# Databricks notebook source
# MAGIC %md
# MAGIC # silver.lines
# MAGIC Reads `bronze.orders`; writes `silver.lines`, `silver.lines.quarantine`, `silver.lines.late`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_lines_place")  # of this environment's sources
query = Query(
    name="shop/silver.lines",
    identity=f"1-0a6ae563-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "id string, at timestamp, shop string, lines array<struct<sku:string,quantity:int>>",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,silver.real, which is not stored
silver_real = events.selectExpr(
    "id",
    "at",
    "lines",
    "enqueued_at",
    "partition",
    "offset",
    "upper(shop) AS shop",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)
silver_real = only(silver_real, "shop <> 'TEST'", "silver.real.filtered")
silver_real = only(silver_real, "id is not null", "silver.real.dropped")

# COMMAND ----------

# DBTITLE 1,Explode: a row for each line
elements = exploded(silver_real, "line", "lines")

# COMMAND ----------

# DBTITLE 1,Columns
rows = elements.selectExpr(
    "id",
    "at",
    "shop",
    "line.sku AS sku",
    "line.quantity AS quantity",
    "_element",
    "_elements",
    "_enqueued_at",
    "_partition",
    "_offset",
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
rows = checked(rows, EXPECTATIONS, where="sku <> 'bag'")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/lines",
        columns=["id", "at", "shop", "sku", "quantity"],
        quarantine=f"{lake}/silver/lines_quarantine",
        watermark=Watermark("at", delay="10 minutes", late="divert", diverted_to=f"{lake}/silver/lines_late"),
        deduplication=Deduplication(keys=["id", "sku", "at"], order=["_partition", "_offset", "_element"]),
        counted=COUNTED,
        left=["silver.real.filtered", "silver.real.dropped"],
    )


begin(query, f"{lake}/silver/lines")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
