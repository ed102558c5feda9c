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
place = parameter("gold_smallest_place")  # of this environment's sources
query = Query(
    name="replace/gold.smallest",
    identity=f"1-415db023-{place}",
    lake=lake,
)

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
def write(batch_rows, batch_id):
    write_replaced(
        batch_rows,
        batch_id,
        query,
        inputs=INPUTS,
        compute=computed,
        columns=["item", "total", "is_one"],
        table=f"{lake}/gold/smallest",
        aggregate=aggregated,
    )


mend(query, f"{lake}/gold/smallest", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
