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
    name="clicks/silver.clicks",
    identity=f"1-fb082127-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/clicks"),
    "page string, at timestamp, visitor struct<id:bigint,tags:array<string>>",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "page",
    "at",
    "visitor",
    "enqueued_at",
    "partition",
    "offset",
    "visitor.id AS visitor_id",
    "get(visitor.tags, 0) AS first_tag",
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
        table=f"{lake}/silver/clicks",
        columns=["page", "at", "visitor", "enqueued_at", "partition", "offset", "visitor_id", "first_tag"],
        quarantine=f"{lake}/silver/clicks_quarantine",
    )


begin(query, f"{lake}/silver/clicks")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
