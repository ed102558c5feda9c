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
query = "storage/silver.a"
place = parameter("silver_a_place")  # of this environment's sources
app = f"{query}/1-e3bd0f9c-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = json_body(
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
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/a",
        columns=["country", "day", "x"],
        quarantine=f"{lake}/silver/a_quarantine",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/a")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
