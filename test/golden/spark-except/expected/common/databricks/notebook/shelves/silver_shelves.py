# Databricks notebook source
# MAGIC %md
# MAGIC # silver.shelves
# MAGIC Reads `bronze.shelves`; writes `silver.shelves`, `silver.shelves.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "shelves/silver.shelves"
place = parameter("silver_shelves_place")  # of this environment's sources
app = f"{query}/1-ead3b709-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/shelves"),
    "x string, at timestamp, price double, amount int",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "amount",
    "offset",
    "price * amount AS worth",
    "upper(x) AS x",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What is wanted, and what must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS, where="worth > 0")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/shelves",
        columns=["amount", "offset", "worth", "x"],
        quarantine=f"{lake}/silver/shelves_quarantine",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/shelves")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
