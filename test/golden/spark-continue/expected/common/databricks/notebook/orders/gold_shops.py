# Databricks notebook source
# MAGIC %md
# MAGIC # gold.shops
# MAGIC Reads `silver.lines`; writes `gold.shops`.
# MAGIC Generated from `pipelines/orders.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_shops_place")  # of this environment's sources
query = Query(
    name="orders/gold.shops",
    identity=f"1-af60b115-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.lines": f"{lake}/silver/lines",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["silver.lines"].selectExpr(
        "id",
        "shop",
        "line",
    )
    return checked(rows, EXPECTATIONS)


def aggregated(rows):
    return rows.groupBy("shop").agg(
        F.expr("count(*)").alias("known"),
    )


changes = changes_of([f"{lake}/silver/lines"])

# COMMAND ----------

# DBTITLE 1,Each batch: something has changed, so the table is swapped for a new one
def write(batch_rows, batch_id):
    write_replaced(
        batch_rows,
        batch_id,
        query,
        inputs=INPUTS,
        compute=computed,
        columns=["id", "shop", "line"],
        table=f"{lake}/gold/shops",
        aggregate=aggregated,
    )


mend(query, f"{lake}/gold/shops", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
