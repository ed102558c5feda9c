# Databricks notebook source
# MAGIC %md
# MAGIC # gold.known
# MAGIC Reads `silver.sales`, `silver.stores`, `gold.prices`; writes `gold.known`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "shop/gold.known"
place = parameter("gold_known_place")  # of this environment's sources
app = f"{query}/1-14118b80-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/sales")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "sale",
    "item",
    "store",
    "at",
    "enqueued_at",
    "partition",
    "offset",
    "price",
    "upper(item) AS prices",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "stores": (f"{lake}/silver/stores", "semi", "_own.store = stores.store", []),
    "prices": (f"{lake}/gold/prices", "inner", "_own.item = prices.item and prices.window_start = date_trunc('day', _own.at)", ["prices.price AS price_again"]),
})

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/gold/known",
        columns=["sale", "item", "store", "at", "enqueued_at", "partition", "offset", "price", "prices"],
        lookups=LOOKUPS,
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/gold/known")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
