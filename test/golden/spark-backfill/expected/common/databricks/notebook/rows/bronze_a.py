# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.a
# MAGIC Reads `sources.a`; writes `bronze.a`.
# MAGIC Generated from `pipelines/rows.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "rows/bronze.a"
place = parameter("bronze_a_place")  # of this environment's sources
app = f"{query}/1-c9ce870b-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events-connection",
)
events = hub_events("a", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch):
    write_raw(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/a",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/a")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
