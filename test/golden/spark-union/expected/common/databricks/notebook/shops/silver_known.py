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
query = "shops/silver.known"
place = parameter("silver_known_place")  # of this environment's sources
app = f"{query}/1-3f92b246-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/known",
        columns=["x"],
        quarantine=f"{lake}/silver/known_quarantine",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/known")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
