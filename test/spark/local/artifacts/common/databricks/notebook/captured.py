# Databricks notebook source
# MAGIC %run ./common

# COMMAND ----------

lake = parameter("lake")
captured = parameter("captured")

# COMMAND ----------

PROPERTIES = "map<string, struct<member0: bigint, member1: double, member2: string, member3: binary>>"
SCHEMA = f"SequenceNumber bigint, EnqueuedTimeUtc string, Body binary, SystemProperties {PROPERTIES}, Properties {PROPERTIES}"

files = spark.readStream.format("avro").schema(SCHEMA).option("recursiveFileLookup", "true").option("pathGlobFilter", "*.avro").load(captured)
events = files.select(
    F.col("SequenceNumber").alias("number"),
    F.expr("try_to_timestamp(EnqueuedTimeUtc, 'M/d/yyyy h:mm:ss a')").alias("enqueued_at"),
    F.col("Body").cast("string").alias("body"),
    F.expr("SystemProperties['x-opt-kafka-key'].member3").cast("string").alias("key"),
    F.expr("Properties['row'].member0").alias("row"),
    F.expr("Properties['sampling'].member1").alias("sampling"),
    F.expr("Properties['source-file'].member2").alias("file"),
    F.expr("length(Properties['checksum'].member3)").alias("checksum_bytes"),
)
run = events.writeStream.format("delta").option("checkpointLocation", f"{lake}/_checkpoints/captured").trigger(availableNow=True).start(f"{lake}/captured")
run.awaitTermination()
