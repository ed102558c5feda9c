# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.visits
# MAGIC Reads `sources.visits`; writes `bronze.visits`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_visits_place")  # of this environment's sources
query = Query(
    name="visits/bronze.visits",
    identity=f"1-5e3e6a4f-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("broker_servers"))
events = hub_events("visits", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/visits",
    )


begin(query, f"{lake}/bronze/visits")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
