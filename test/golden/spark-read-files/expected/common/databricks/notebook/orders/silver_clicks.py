# Databricks notebook source
# MAGIC %md
# MAGIC # silver.clicks
# MAGIC Reads `bronze.clicks`; writes `silver.clicks`, `silver.clicks.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_clicks_place")  # of this environment's sources
query = Query(
    name="orders/silver.clicks",
    identity=f"1-ab14042c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/clicks"),
    "id string, at timestamp",
    ["file_path", "file_modified_at", "file_row"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "id",
    "at",
    "file_path",
    "file_modified_at",
    "file_row",
    "file_path AS _file_path",
    "file_modified_at AS _file_modified_at",
    "file_row AS _file_row",
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
        table=f"{lake}/silver/clicks",
        columns=["id", "at", "file_path", "file_modified_at", "file_row"],
        quarantine=f"{lake}/silver/clicks_quarantine",
    )


begin(query, f"{lake}/silver/clicks")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
