# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.offer_message
# MAGIC Reads `silver.offer`; writes `sinks.offer_message`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_offer_message_place")  # of this environment's sources
query = Query(
    name="export/sinks.offer_message",
    identity=f"1-e0ce5f43-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: a JSON body, and an id made of the key
rows = events_of(
    spark.readStream.format("delta").load(f"{lake}/silver/offer"),
    id=["offer_id", "at"],
    columns=["at"],
    key="offer_id",
)
connection = kafka_options(
    parameter("log_servers"),
    parameter("log_identity"),
    user="writer",
    password="log-password",
)
hub = sending_to("shop.offer.rows", connection)

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
