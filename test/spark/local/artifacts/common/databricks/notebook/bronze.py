# Databricks notebook source
# MAGIC %md
# MAGIC # bronze
# MAGIC Events as they came, one row each.

# COMMAND ----------

# MAGIC %run ./common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
servers = parameter("events_servers")
query = "readings/bronze"

# COMMAND ----------

# DBTITLE 1,Each batch
def write(rows, batch):
    session = rows.sparkSession
    rows = rows.persist()
    record(session, f"{lake}/_ops", query, query, batch, {"read": rows.count(), "written": rows.count()})
    append(rows, f"{lake}/bronze", query, batch)
    rows.unpersist()


events = (
    spark.readStream.format("kafka")
    .option("kafka.bootstrap.servers", servers)
    .option("subscribe", "readings")
    .option("startingOffsets", "earliest")
    .option("maxOffsetsPerTrigger", "500")
    .load()
    .select(F.col("value").cast("string").alias("body"), F.col("partition"), F.col("offset"))
)
run = events.writeStream.foreachBatch(write).option("checkpointLocation", f"{lake}/_checkpoints/bronze").trigger(availableNow=True).start()
run.awaitTermination()
