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
query = "orders/bronze.clicks"
place = parameter("bronze_clicks_place")  # of this environment's sources
app = f"{query}/1-8b526407-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("open_servers"))
events = hub_events("clicks", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch):
    write_raw(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/clicks",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/clicks")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
