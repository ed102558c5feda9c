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
place = parameter("gold_tags_place")  # of this environment's sources
query = Query(
    name="replace/gold.tags",
    identity=f"1-7d039834-{place}",
    lake=lake,
)

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
def write(batch_rows, batch_id):
    write_replaced(
        batch_rows,
        batch_id,
        query,
        inputs=INPUTS,
        compute=computed,
        columns=["tag", "amount"],
        table=f"{lake}/gold/tags",
        quarantine=f"{lake}/gold/tags_quarantine",
        counted=COUNTED,
    )


mend(query, f"{lake}/gold/tags", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
