# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.sales
# MAGIC Reads `sources.sales`; writes `bronze.sales`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_sales_place")  # of this environment's sources
query = Query(
    name="sales/bronze.sales",
    identity=f"1-05401ea8-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("events_servers"))
events = hub_events("sales", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/sales",
    )


begin(query, f"{lake}/bronze/sales")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
