# Databricks notebook source
# MAGIC %md
# MAGIC # gold.hopping
# MAGIC Reads `silver.known`; writes `gold.hopping`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_hopping_place")  # of this environment's sources
query = Query(
    name="shop/gold.hopping",
    identity=f"1-1fe62c32-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/known")

# COMMAND ----------

# DBTITLE 1,Windows: what each batch adds to them, in parts
rows = input_rows


def added(batch_rows):
    """What a batch adds to each window."""
    return (
        batch_rows
        .withColumn("_window", F.window("at", "50 minutes", "20 minutes", "5 minutes"))
        .groupBy("_window")
        .agg(
            F.expr("count(*)").alias("_n_0"),
            F.expr("try_sum(try_cast(v as decimal(28,0)))").alias("_total_0"),
            F.expr("count_if(at < _window.start + INTERVAL 20 minutes)").alias("_rows"),
        )
    )

# COMMAND ----------

# DBTITLE 1,Each batch: what it adds, merged into the windows that there are, once
def write(batch_rows, batch_id):
    write_corrected(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/hopping",
        added=added,
        keys=["window_start", "window_end"],
        combined=["try_sum(_n_0) AS _n_0", "try_sum(_total_0) AS _total_0"],
        results=["_n_0 AS n", "try_cast(_total_0 as bigint) AS total"],
    )


begin(query, f"{lake}/gold/hopping")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
