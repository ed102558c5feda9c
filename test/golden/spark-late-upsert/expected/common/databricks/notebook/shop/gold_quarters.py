# Databricks notebook source
# MAGIC %md
# MAGIC # gold.quarters
# MAGIC Reads `silver.orders`; writes `gold.quarters`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_quarters_place")  # of this environment's sources
query = Query(
    name="shop/gold.quarters",
    identity=f"1-5a0e3899-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/orders")

# COMMAND ----------

# DBTITLE 1,Windows: what each batch adds to them, in parts
rows = input_rows


def added(batch_rows):
    """What a batch adds to each window."""
    return (
        batch_rows
        .withColumn("_window", F.window("at", "15 minutes"))
        .groupBy("_window", "k")
        .agg(
            F.expr("bit_xor(v)").alias("bits_0"),
            F.expr("count_if(price > 50)").alias("dear_0"),
            F.expr("bool_and(flag)").alias("every_flag_0"),
            F.expr("max(at)").alias("last_0"),
            F.expr("min(price)").alias("least_0"),
            F.expr("try_sum(try_cast(v as decimal(28,0)))").alias("mean_0"),
            F.expr("count(v)").alias("mean_1"),
            F.expr("count(*)").alias("n_0"),
            F.expr("try_sum(try_cast(price as decimal(28,2)))").alias("price_0"),
            F.expr("count(price)").alias("price_1"),
            F.expr("count(*) filter (where v % 7 = 0)").alias("sevens_0"),
            F.expr("try_sum(try_cast(v as decimal(28,0)))").alias("share_0"),
            F.expr("count(*)").alias("share_1"),
            F.expr("bool_or(flag)").alias("some_flag_0"),
            F.expr("try_sum(try_cast(price as decimal(28,2)))").alias("takings_0"),
            F.expr("try_sum(try_cast(v as decimal(28,0)))").alias("total_0"),
            F.expr("sum(x)").alias("warmth_0"),
            F.expr("count(x)").alias("warmth_1"),
            F.expr("count_if(at < _window.start + INTERVAL 15 minutes)").alias("_rows"),
        )
    )

# COMMAND ----------

# DBTITLE 1,Each batch: what it adds, merged into the windows that there are, once
def write(batch_rows, batch_id):
    write_corrected(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/quarters",
        added=added,
        keys=["window_start", "window_end", "k"],
        combined=["bit_xor(bits_0) AS bits_0", "try_sum(dear_0) AS dear_0", "bool_and(every_flag_0) AS every_flag_0", "max(last_0) AS last_0", "cast(min(least_0) AS decimal(10,2)) AS least_0", "cast(try_sum(mean_0) AS decimal(38,0)) AS mean_0", "try_sum(mean_1) AS mean_1", "try_sum(n_0) AS n_0", "cast(try_sum(price_0) AS decimal(38,2)) AS price_0", "try_sum(price_1) AS price_1", "try_sum(sevens_0) AS sevens_0", "cast(try_sum(share_0) AS decimal(38,0)) AS share_0", "try_sum(share_1) AS share_1", "bool_or(some_flag_0) AS some_flag_0", "cast(try_sum(takings_0) AS decimal(38,2)) AS takings_0", "cast(try_sum(total_0) AS decimal(38,0)) AS total_0", "sum(warmth_0) AS warmth_0", "try_sum(warmth_1) AS warmth_1"],
        results=["bits_0 AS bits", "dear_0 AS dear", "every_flag_0 AS every_flag", "last_0 AS last", "least_0 AS least", "try_cast(try_cast(mean_0 as double) / nullif(try_cast(mean_1 as double), 0) as double) AS mean", "n_0 AS n", "try_cast(try_divide(try_cast(price_0 as decimal(20,2)), try_cast(price_1 as decimal(20,0))) as decimal(14,6)) AS price", "sevens_0 AS sevens", "round(try_multiply(100, coalesce(try_cast(share_0 as bigint), 0)) / nullif(share_1, 0), 2) AS share", "some_flag_0 AS some_flag", "try_cast(takings_0 as decimal(20,2)) AS takings", "try_cast(total_0 as bigint) AS total", "try_cast(try_cast(warmth_0 as double) / nullif(try_cast(warmth_1 as double), 0) as double) AS warmth"],
    )


begin(query, f"{lake}/gold/quarters")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
