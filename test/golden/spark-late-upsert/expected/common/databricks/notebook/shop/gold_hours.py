# Databricks notebook source
# MAGIC %md
# MAGIC # gold.hours
# MAGIC Reads `gold.hopping`; writes `gold.hours`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_hours_place")  # of this environment's sources
query = Query(
    name="shop/gold.hours",
    identity=f"1-6129437a-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "gold.hopping": f"{lake}/gold/hopping",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["gold.hopping"].selectExpr(
        "window_start",
        "window_end",
        "n",
        "total",
    )
    return checked(rows, EXPECTATIONS)


changes = changes_of([f"{lake}/gold/hopping"])

# COMMAND ----------

# DBTITLE 1,Each batch: something has changed, so the table is swapped for a new one
def write(batch_rows, batch_id):
    write_replaced(
        batch_rows,
        batch_id,
        query,
        inputs=INPUTS,
        compute=computed,
        columns=["window_start", "window_end", "n", "total"],
        table=f"{lake}/gold/hours",
    )


mend(query, f"{lake}/gold/hours", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
