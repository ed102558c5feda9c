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
place = parameter("silver_shelves_place")  # of this environment's sources
query = Query(
    name="shelves/silver.shelves",
    identity=f"1-ead3b709-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
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
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/shelves",
        columns=["amount", "offset", "worth", "x"],
        quarantine=f"{lake}/silver/shelves_quarantine",
    )


begin(query, f"{lake}/silver/shelves")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
