# Databricks notebook source
# MAGIC %md
# MAGIC # gold.smallest
# MAGIC Reads `gold.small`; writes `gold.smallest`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "replace/gold.smallest"
place = parameter("gold_smallest_place")  # of this environment's sources
app = f"{query}/1-415db023-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "gold.small": f"{lake}/gold/small",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["gold.small"].selectExpr(
        "item",
        "total",
        "is_one",
    )
    return checked(rows, EXPECTATIONS)


def aggregated(rows):
    return rows.groupBy().agg(
        F.expr("count(*)").alias("items"),
        F.expr("min(total)").alias("total"),
    )


changes = changes_of([f"{lake}/gold/small"])

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
        table=f"{lake}/gold/smallest",
        aggregate=aggregated,
    )


mend(app, f"{lake}/_ops", checkpoint, f"{lake}/gold/smallest", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
