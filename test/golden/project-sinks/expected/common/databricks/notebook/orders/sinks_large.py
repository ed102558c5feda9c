# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.large
# MAGIC Reads `silver.orders`; writes `sinks.large`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_large_place")  # of this environment's sources
query = Query(
    name="orders/sinks.large",
    identity=f"1-044c5d72-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: a JSON body, and an id made of the key
rows = events_of(
    wanted(spark.readStream.format("delta").load(f"{lake}/silver/orders"), "total >= 100 and shop is not null"),
    id=["order_id", "at"],
    columns=["order_id", "total", "at"],
    key="shop",
)
connection = kafka_options(
    parameter("partners_servers"),
    parameter("partners_identity"),
    client_id=parameter("partners_client_id"),
    tenant=parameter("partners_tenant"),
    client_secret="sender-secret",
)
hub = sending_to("large-orders", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: sent at least once; a replay sends it again with the same ids
def write(batch_rows, batch_id):
    send_events(
        batch_rows,
        batch_id,
        query,
        to=hub,
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
