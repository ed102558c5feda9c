# Databricks notebook source
# MAGIC %md
# MAGIC # gold.tags
# MAGIC Reads `silver.returns`, `silver.sales`; writes `gold.tags`, `gold.tags.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "replace/gold.tags"
place = parameter("gold_tags_place")  # of this environment's sources
app = f"{query}/1-7d039834-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.returns": f"{lake}/silver/returns",
    "silver.sales": f"{lake}/silver/sales",
}
EXPECTATIONS = {
    "has_tag": ("tag <> ''", "quarantine"),
}


def computed(inputs):
    rows = exploded(union(inputs), "tag", "tags").selectExpr(
        "tag",
        "amount",
        "_element",
        "_elements",
        "_goes",
        "_input",
    )
    return checked(rows, EXPECTATIONS)


changes = changes_of([f"{lake}/silver/returns", f"{lake}/silver/sales"])

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
        columns=["tag", "amount"],
        table=f"{lake}/gold/tags",
        quarantine=f"{lake}/gold/tags_quarantine",
        counted=COUNTED,
    )


mend(app, f"{lake}/_ops", checkpoint, f"{lake}/gold/tags", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
