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
query = "sales/silver.sales"
place = parameter("silver_sales_place")  # of this environment's sources
app = f"{query}/1-88fcd60c-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/sales",
        columns=["id", "item", "price", "paid", "at", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/sales_quarantine",
        watermark=("at", "1 hour", "divert"),
        late=f"{lake}/silver/sales_late",
        keys=["id", "at"],
        order=["_partition", "_offset"],
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/sales")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
