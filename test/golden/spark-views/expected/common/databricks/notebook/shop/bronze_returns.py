# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.returns
# MAGIC Reads `sources.returns`; writes `bronze.returns`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_returns_place")  # of this environment's sources
query = Query(
    name="shop/bronze.returns",
    identity=f"1-94317ea4-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("broker_servers"))
events = hub_events("returns", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/returns",
    )


begin(query, f"{lake}/bronze/returns")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
