# Databricks notebook source
# MAGIC %md
# MAGIC # gold.totals
# MAGIC All that was ever sold of each item.
# MAGIC
# MAGIC Reads `silver.sales`; writes `gold.totals`, `gold.totals.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "replace/gold.totals"
place = parameter("gold_totals_place")  # of this environment's sources
app = f"{query}/1-599f397c-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.sales": f"{lake}/silver/sales",
}
EXPECTATIONS = {
    "has_item": ("item is not null", "quarantine"),
}


def computed(inputs):
    rows = inputs["silver.sales"].selectExpr(
        "item",
        "amount",
        "tags",
        "enqueued_at",
        "partition",
        "offset",
    )
    return checked(rows, EXPECTATIONS, where="amount > 0")


def aggregated(rows):
    return rows.groupBy("item").agg(
        F.expr("try_sum(amount)").alias("total"),
        F.expr("count(distinct amount)").alias("kinds"),
    )


changes = changes_of([f"{lake}/silver/sales"])

# COMMAND ----------

# DBTITLE 1,Each batch: something has changed, so the table is swapped for a new one
def write(batch_rows, batch):
    write_replaced(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        inputs=INPUTS,
        compute=computed,
        columns=["item", "amount", "tags", "enqueued_at", "partition", "offset"],
        table=f"{lake}/gold/totals",
        quarantine=f"{lake}/gold/totals_quarantine",
        aggregate=aggregated,
    )


mend(app, f"{lake}/_ops", checkpoint, f"{lake}/gold/totals", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
