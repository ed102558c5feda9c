# Databricks notebook source
# MAGIC %md
# MAGIC # silver.known
# MAGIC Reads `silver.north`, `silver.south`; writes `silver.known`, `silver.known.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_known_place")  # of this environment's sources
query = Query(
    name="shops/silver.known",
    identity=f"1-3f92b246-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,silver.north
silver_north = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/north")

# COMMAND ----------

# DBTITLE 1,silver.south
silver_south = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/south")

# COMMAND ----------

# DBTITLE 1,Union
input_rows = union({
    "silver.north": silver_north,
    "silver.south": silver_south,
})

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "x",
    "_input",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "known": ("x <> '?'", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/known",
        columns=["x"],
        quarantine=f"{lake}/silver/known_quarantine",
    )


begin(query, f"{lake}/silver/known")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
