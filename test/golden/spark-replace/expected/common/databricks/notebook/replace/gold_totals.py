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
place = parameter("gold_totals_place")  # of this environment's sources
query = Query(
    name="replace/gold.totals",
    identity=f"1-599f397c-{place}",
    lake=lake,
)

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
        F.expr("try_cast(try_sum(cast(amount as decimal(20,0))) as bigint)").alias("total"),
        F.expr("count(distinct amount)").alias("kinds"),
    )


changes = changes_of([f"{lake}/silver/sales"])

# COMMAND ----------

# DBTITLE 1,Each batch: something has changed, so the table is swapped for a new one
def write(batch_rows, batch_id):
    write_replaced(
        batch_rows,
        batch_id,
        query,
        inputs=INPUTS,
        compute=computed,
        columns=["item", "amount", "tags", "enqueued_at", "partition", "offset"],
        table=f"{lake}/gold/totals",
        quarantine=f"{lake}/gold/totals_quarantine",
        aggregate=aggregated,
    )


mend(query, f"{lake}/gold/totals", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
