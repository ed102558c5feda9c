# Databricks notebook source
# MAGIC %md
# MAGIC # silver.sales
# MAGIC Reads `bronze.sales`; writes `silver.sales`, `silver.sales.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_sales_place")  # of this environment's sources
query = Query(
    name="sales/silver.sales",
    identity=f"1-5f4b84dd-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/sales"),
    "id bigint, store int, item string, price decimal(9,2), buyer string",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "id",
    "store",
    "item",
    "price",
    "buyer",
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
        table=f"{lake}/silver/sales",
        columns=["id", "store", "item", "price", "buyer"],
        quarantine=f"{lake}/silver/sales_quarantine",
    )


begin(query, f"{lake}/silver/sales")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
