# Databricks notebook source
# MAGIC %md
# MAGIC # silver.sales
# MAGIC Reads `bronze.sales`; writes `silver.sales`, `silver.sales.quarantine`, `silver.sales.late`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_sales_place")  # of this environment's sources
query = Query(
    name="sales/silver.sales",
    identity=f"1-88fcd60c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = csv_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/sales"),
    "id bigint, item string, price decimal(9,2), paid boolean, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "id",
    "item",
    "price",
    "paid",
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
    "has_time": ("at is not null", "quarantine"),
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
        table=f"{lake}/silver/sales",
        columns=["id", "item", "price", "paid", "at", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/sales_quarantine",
        watermark=Watermark("at", delay="1 hour", late="divert", diverted_to=f"{lake}/silver/sales_late"),
        deduplication=Deduplication(keys=["id", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/sales")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
