# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.clicks
# MAGIC Reads `sources.clicks`; writes `bronze.clicks`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_clicks_place")  # of this environment's sources
query = Query(
    name="orders/bronze.clicks",
    identity=f"1-8b526407-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("open_servers"))
events = hub_events("clicks", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/clicks",
    )


begin(query, f"{lake}/bronze/clicks")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
