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
    identity=f"1-acca596a-{place}",
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
            F.expr("bit_xor(v)").alias("_bits_0"),
            F.expr("count(case when price > 50 then 1 end)").alias("_dear_0"),
            F.expr("bool_and(flag)").alias("_every_flag_0"),
            F.expr("max(at)").alias("_last_0"),
            F.expr("min(price)").alias("_least_0"),
            F.expr("try_sum(try_cast(v as decimal(28,0)))").alias("_mean_0"),
            F.expr("count(v)").alias("_mean_1"),
            F.expr("count(*)").alias("_n_0"),
            F.expr("try_sum(try_cast(price as decimal(28,2)))").alias("_price_0"),
            F.expr("count(price)").alias("_price_1"),
            F.expr("count(*) filter (where v % 7 = 0)").alias("_sevens_0"),
            F.expr("try_sum(try_cast(v as decimal(28,0)))").alias("_share_0"),
            F.expr("count(*)").alias("_share_1"),
            F.expr("bool_or(flag)").alias("_some_flag_0"),
            F.expr("try_sum(try_cast(price as decimal(28,2)))").alias("_takings_0"),
            F.expr("try_sum(try_cast(v as decimal(28,0)))").alias("_total_0"),
            F.expr("sum(x)").alias("_warmth_0"),
            F.expr("count(x)").alias("_warmth_1"),
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
        combined=["bit_xor(_bits_0) AS _bits_0", "try_sum(_dear_0) AS _dear_0", "bool_and(_every_flag_0) AS _every_flag_0", "max(_last_0) AS _last_0", "min(_least_0) AS _least_0", "try_sum(_mean_0) AS _mean_0", "try_sum(_mean_1) AS _mean_1", "try_sum(_n_0) AS _n_0", "try_sum(_price_0) AS _price_0", "try_sum(_price_1) AS _price_1", "try_sum(_sevens_0) AS _sevens_0", "try_sum(_share_0) AS _share_0", "try_sum(_share_1) AS _share_1", "bool_or(_some_flag_0) AS _some_flag_0", "try_sum(_takings_0) AS _takings_0", "try_sum(_total_0) AS _total_0", "sum(_warmth_0) AS _warmth_0", "try_sum(_warmth_1) AS _warmth_1"],
        results=["_bits_0 AS bits", "_dear_0 AS dear", "_every_flag_0 AS every_flag", "_last_0 AS last", "_least_0 AS least", "try_cast(_mean_0 as double) / nullif(_mean_1, 0) AS mean", "_n_0 AS n", "try_cast(try_divide(try_cast(_price_0 as decimal(20,2)), _price_1) as decimal(14,6)) AS price", "_sevens_0 AS sevens", "round(try_multiply(100, coalesce(try_cast(_share_0 as bigint), 0)) / nullif(_share_1, 0), 2) AS share", "_some_flag_0 AS some_flag", "try_cast(_takings_0 as decimal(20,2)) AS takings", "try_cast(_total_0 as bigint) AS total", "_warmth_0 / nullif(_warmth_1, 0) AS warmth"],
    )


begin(query, f"{lake}/gold/quarters")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
