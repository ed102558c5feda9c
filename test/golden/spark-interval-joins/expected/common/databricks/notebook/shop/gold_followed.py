# Databricks notebook source
# MAGIC %md
# MAGIC # gold.followed
# MAGIC Reads `silver.orders`, `silver.payments`; writes `gold.followed`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_followed_place")  # of this environment's sources
query = Query(
    name="shop/gold.followed",
    identity=f"1-4de3188c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/orders")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "order_id",
    "customer",
    "at",
)

# COMMAND ----------

# DBTITLE 1,The other stream: silver.payments
others = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/payments").select("order_id", "amount", "paid_at")

# COMMAND ----------

# DBTITLE 1,Pairs: what both inputs accepted is never late here (same delays, whole commits, the slower one decides)
pairs = paired(
    side(rows, "_own", "at", "10 minutes"),
    side(others, "next", "paid_at", "20 minutes"),
    name="next",
    on="_own.order_id = next.order_id and next.amount is not null",
    keys=["next.order_id"],
    before="0 seconds",
    after="1 hour",
    how="left",
    columns=["next.amount AS paid", "next.paid_at"],
)

# COMMAND ----------

# DBTITLE 1,Each batch: the pairs that it made, and what can have no match any more, appended once
def write(batch_rows, batch_id):
    write_pairs(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/followed",
    )


begin(query, f"{lake}/gold/followed")
make_up(query)
run = start(pairs.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
