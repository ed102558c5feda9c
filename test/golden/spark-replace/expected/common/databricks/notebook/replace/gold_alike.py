# Databricks notebook source
# MAGIC %md
# MAGIC # gold.alike
# MAGIC Reads `silver.sales`, `gold.totals`; writes `gold.alike`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_alike_place")  # of this environment's sources
query = Query(
    name="replace/gold.alike",
    identity=f"1-ae084f66-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "totals": Lookup(f"{lake}/gold/totals", how="inner", on="_own.item = totals.item", columns=["totals.total"]),
})

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.sales": f"{lake}/silver/sales",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["silver.sales"].selectExpr(
        "item",
        "amount",
        "tags",
        "enqueued_at",
        "partition",
        "offset",
    )
    return checked(rows, EXPECTATIONS)


def aggregated(rows):
    return rows.groupBy("total").agg(
        F.expr("count(*)").alias("sales"),
    )


changes = changes_of([f"{lake}/gold/totals", f"{lake}/silver/sales"])

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
        table=f"{lake}/gold/alike",
        lookups=LOOKUPS,
        aggregate=aggregated,
    )


mend(query, f"{lake}/gold/alike", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
