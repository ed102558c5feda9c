# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.visits
# MAGIC Reads `silver.visits`; writes `sinks.visits`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_visits_place")  # of this environment's sources
query = Query(
    name="visits/sinks.visits",
    identity=f"1-75e7a4c3-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: a folder for this identity of the query
rows = chosen(
    spark.readStream.format("delta").load(f"{lake}/silver/visits"),
    ["at", "visitor", "device", "page"],
)
root = parameter("exports_root")
folder = f"{root}/visits/checkpoint={query.identity}"

# COMMAND ----------

# DBTITLE 1,Each batch: a folder of its own, which a replay writes anew
def write(batch_rows, batch_id):
    write_files(
        batch_rows,
        batch_id,
        query,
        folder=folder,
        form="parquet",
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
