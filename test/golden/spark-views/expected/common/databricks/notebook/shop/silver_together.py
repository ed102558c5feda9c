# Databricks notebook source
# MAGIC %md
# MAGIC # silver.together
# MAGIC Reads `silver.every`, `silver.lines`, `silver.sold`; writes `silver.together`, `silver.together.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_together_place")  # of this environment's sources
query = Query(
    name="shop/silver.together",
    identity=f"1-9ca727ee-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,silver.every
silver_every = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/every")

# COMMAND ----------

# DBTITLE 1,silver.named, which is not stored
silver_named = silver_every.selectExpr(
    "id",
    "'none' AS sku",
)

# COMMAND ----------

# DBTITLE 1,silver.lines
silver_lines = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/lines")

# COMMAND ----------

# DBTITLE 1,silver.dear, which is not stored
silver_dear = silver_lines.selectExpr(
    "id",
    "sku",
    "quantity",
    "try_multiply(quantity, 2) AS twice",
)
silver_dear = only(silver_dear, "sku <> 'a'", "silver.dear.filtered")

# COMMAND ----------

# DBTITLE 1,silver.sold
silver_sold = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/sold")

# COMMAND ----------

# DBTITLE 1,Union
united = union({
    "silver.dear": silver_dear,
    "silver.sold": marked(silver_sold),
})

# COMMAND ----------

# DBTITLE 1,silver.known, which is not stored
silver_known = united.selectExpr(
    "id",
    "sku",
    "_input",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,Union
input_rows = union({
    "silver.named": marked(silver_named),
    "silver.known": silver_known,
})

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "id",
    "sku",
    "_input",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "cheap": ("sku <> 'd'", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/together",
        columns=["id", "sku"],
        quarantine=f"{lake}/silver/together_quarantine",
        left=["silver.dear.filtered"],
    )


begin(query, f"{lake}/silver/together")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
