# Databricks notebook source
# MAGIC %md
# MAGIC # gold.days
# MAGIC Reads `gold.quarters`; writes `gold.days`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_days_place")  # of this environment's sources
query = Query(
    name="shop/gold.days",
    identity=f"1-c6c26ae0-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "gold.quarters": f"{lake}/gold/quarters",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["gold.quarters"].selectExpr(
        "window_start",
        "window_end",
        "k",
        "n",
        "sevens",
        "dear",
        "total",
        "mean",
        "takings",
        "price",
        "warmth",
        "least",
        "last",
        "every_flag",
        "some_flag",
        "bits",
        "share",
    )
    return checked(rows, EXPECTATIONS)


def aggregated(rows):
    return rows.groupBy("k").agg(
        F.expr("try_cast(try_sum(cast(n as decimal(20,0))) as bigint)").alias("n"),
        F.expr("try_cast(try_sum(cast(total as decimal(20,0))) as bigint)").alias("total"),
    )


changes = changes_of([f"{lake}/gold/quarters"])

# COMMAND ----------

# DBTITLE 1,Each batch: something has changed, so the table is swapped for a new one
def write(batch_rows, batch_id):
    write_replaced(
        batch_rows,
        batch_id,
        query,
        inputs=INPUTS,
        compute=computed,
        columns=["window_start", "window_end", "k", "n", "sevens", "dear", "total", "mean", "takings", "price", "warmth", "least", "last", "every_flag", "some_flag", "bits", "share"],
        table=f"{lake}/gold/days",
        aggregate=aggregated,
    )


mend(query, f"{lake}/gold/days", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
