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
query = "replace/gold.small"
place = parameter("gold_small_place")  # of this environment's sources
app = f"{query}/1-23e38fa1-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_replaced(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        inputs=INPUTS,
        compute=computed,
        columns=["item", "total", "is_one"],
        table=f"{lake}/gold/small",
    )


mend(app, f"{lake}/_ops", checkpoint, f"{lake}/gold/small", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
