# Databricks notebook source
# MAGIC %md
# MAGIC # silver.prices
# MAGIC Reads `bronze.prices`; writes `silver.prices`, `silver.prices.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_prices_place")  # of this environment's sources
query = Query(
    name="orders/silver.prices",
    identity=f"1-32a454cb-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each row
events = columns_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/prices"),
    "item string, price decimal(9,2), sold struct<n:int>",
    ["file_path", "file_modified_at", "file_row"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "item",
    "price",
    "sold.n AS n",
    "file_path AS file",
    "file_row AS row",
    "file_path AS _file_path",
    "file_modified_at AS _file_modified_at",
    "file_row AS _file_row",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "positive": ("price > 0", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/prices",
        columns=["item", "price", "n", "file", "row"],
        quarantine=f"{lake}/silver/prices_quarantine",
    )


begin(query, f"{lake}/silver/prices")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
