# Databricks notebook source
# MAGIC %run ./common

# COMMAND ----------

lake = parameter("lake")

# COMMAND ----------

def break_it(rows, batch):
    print("before it breaks")
    raise ValueError(f"batch {batch} is not to my liking")


stream = spark.readStream.format("delta").load(f"{lake}/numbers")
run = stream.writeStream.foreachBatch(break_it).option("checkpointLocation", f"{lake}/_checkpoints/breaking").trigger(availableNow=True).start()
run.awaitTermination()
