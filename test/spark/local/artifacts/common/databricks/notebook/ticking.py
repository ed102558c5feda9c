# Databricks notebook source
# DBTITLE 1,Each batch
def tell(rows, batch):
    print(f"batch {batch}", end="")  # a line in two parts, with a job between them
    print(f" has {rows.count()} rows")


# COMMAND ----------

# DBTITLE 1,A query that goes on
ticks = spark.readStream.format("rate").option("rowsPerSecond", "20").load()
run = ticks.writeStream.foreachBatch(tell).trigger(processingTime="0 seconds").start()
run.awaitTermination()
print("came to rest")
