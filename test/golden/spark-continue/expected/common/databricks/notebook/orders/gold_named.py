# Databricks notebook source
# MAGIC %md
# MAGIC # gold.named
# MAGIC Reads `silver.lines`, `gold.shops`; writes `gold.named`.
# MAGIC Generated from `pipelines/orders.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_named_place")  # of this environment's sources
query = Query(
    name="orders/gold.named",
    identity=f"3-d241d090-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/lines")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "id",
    "shop",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "shops": Lookup(f"{lake}/gold/shops", how="inner", on="_own.shop = shops.shop", columns=["shops.known"]),
})

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/named",
        columns=["id", "shop"],
        lookups=LOOKUPS,
    )


go_on(
    query,
    f"{lake}/gold/named",
    identities=[f"2-580c232d-{place}", f"1-b4d0a26e-{place}"],
    beside=[("quarantine", f"{lake}/gold/named_quarantine", ["quarantined", "unparsable"])],
)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
