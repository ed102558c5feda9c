# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.served
# MAGIC Reads `silver.orders`; writes `sinks.served`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_served_place")  # of this environment's sources
query = Query(
    name="orders/sinks.served",
    identity=f"1-e8eb31ca-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Documents: `id` is made of the key, times are ISO text
rows = documents(wanted(spark.readStream.format("delta").load(f"{lake}/silver/orders"), "total > 0"), key=["order_id", "at"])
store = cosmos_store(
    form=parameter("served_form"),
    endpoint=parameter("served_endpoint"),
    key_secret="serving-key",
    database="shop",
    container="orders",
    partition_key="order_id",
    stand_in=f"{lake}/_stand_ins/cosmos/shop/orders",
)

# COMMAND ----------

# DBTITLE 1,Each batch: upserted, so a replay writes the same documents again
def write(batch_rows, batch_id):
    write_documents(
        batch_rows,
        batch_id,
        query,
        to=store,
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
