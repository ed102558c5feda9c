# Databricks notebook source
# MAGIC %md
# MAGIC # gold.small
# MAGIC Reads `gold.totals`; writes `gold.small`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_small_place")  # of this environment's sources
query = Query(
    name="replace/gold.small",
    identity=f"1-23e38fa1-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "gold.totals": f"{lake}/gold/totals",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["gold.totals"].selectExpr(
        "item",
        "total",
        "total = 1 AS is_one",
    )
    return checked(rows, EXPECTATIONS, where="total < 10")


changes = changes_of([f"{lake}/gold/totals"])

# COMMAND ----------

# DBTITLE 1,Each batch: something has changed, so the table is swapped for a new one
def write(batch_rows, batch_id):
    write_replaced(
        batch_rows,
        batch_id,
        query,
        inputs=INPUTS,
        compute=computed,
        columns=["item", "total", "is_one"],
        table=f"{lake}/gold/small",
    )


mend(query, f"{lake}/gold/small", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
