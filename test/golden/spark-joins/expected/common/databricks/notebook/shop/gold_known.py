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
place = parameter("gold_known_place")  # of this environment's sources
query = Query(
    name="shop/gold.known",
    identity=f"1-14118b80-{place}",
    lake=lake,
)

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
    "stores": Lookup(f"{lake}/silver/stores", how="semi", on="_own.store = stores.store", columns=[]),
    "prices": Lookup(f"{lake}/gold/prices", how="inner", on="_own.item = prices.item and prices.window_start = date_trunc('day', _own.at)", columns=["prices.price AS price_again"]),
})

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/known",
        columns=["sale", "item", "store", "at", "enqueued_at", "partition", "offset", "price", "prices"],
        lookups=LOOKUPS,
    )


begin(query, f"{lake}/gold/known")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
