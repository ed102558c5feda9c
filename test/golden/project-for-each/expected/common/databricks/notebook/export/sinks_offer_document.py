# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.offer_document
# MAGIC Reads `gold.offer_days`; writes `sinks.offer_document`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_offer_document_place")  # of this environment's sources
query = Query(
    name="export/sinks.offer_document",
    identity=f"1-aaa2e5ac-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Documents: `id` is made of the key, times are ISO text
rows = documents(spark.readStream.format("delta").load(f"{lake}/gold/offer_days"), key=["offer_id", "at"])
store = cosmos_store(
    form=parameter("offer_document_form"),
    endpoint=parameter("offer_document_endpoint"),
    key_secret="serving-key",
    database="eu_shop",
    container="offer",
    partition_key="offer_id",
    stand_in=f"{lake}/_stand_ins/cosmos/eu_shop/offer",
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
