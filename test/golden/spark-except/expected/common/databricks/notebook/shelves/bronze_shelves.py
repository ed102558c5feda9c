# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.shelves
# MAGIC Reads `sources.shelves`; writes `bronze.shelves`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_shelves_place")  # of this environment's sources
query = Query(
    name="shelves/bronze.shelves",
    identity=f"1-deba3e60-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("broker_servers"))
events = hub_events("shelves", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/shelves",
    )


begin(query, f"{lake}/bronze/shelves")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
