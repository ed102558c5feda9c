# Databricks notebook source
# MAGIC %md
# MAGIC # gold.twice
# MAGIC Reads `gold.hopping`, `gold.hours`; writes `gold.twice`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_twice_place")  # of this environment's sources
query = Query(
    name="shop/gold.twice",
    identity=f"1-42563a86-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "gold.hopping": f"{lake}/gold/hopping",
    "gold.hours": f"{lake}/gold/hours",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = union(inputs).selectExpr(
        "window_start",
        "window_end",
        "n",
        "total",
        "_input",
    )
    return checked(rows, EXPECTATIONS)


def aggregated(rows):
    return rows.groupBy("window_start").agg(
        F.expr("try_cast(try_sum(cast(n as decimal(20,0))) as bigint)").alias("n"),
    )


changes = changes_of([f"{lake}/gold/hopping", f"{lake}/gold/hours"])

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
        table=f"{lake}/gold/twice",
        aggregate=aggregated,
    )


mend(query, f"{lake}/gold/twice", write)
run = start(changes.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
