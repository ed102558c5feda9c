# Databricks notebook source
# MAGIC %md
# MAGIC # silver.a
# MAGIC Reads `bronze.a`; writes `silver.a`, `silver.a.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_a_place")  # of this environment's sources
query = Query(
    name="storage/silver.a",
    identity=f"1-e3bd0f9c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/a"),
    "country string, at timestamp, x string",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "country",
    "cast(at as date) AS day",
    "x",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_country": ("country <> ''", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/a",
        columns=["country", "day", "x"],
        quarantine=f"{lake}/silver/a_quarantine",
    )


begin(query, f"{lake}/silver/a")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
