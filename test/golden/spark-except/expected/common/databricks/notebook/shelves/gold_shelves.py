# Databricks notebook source
# MAGIC %md
# MAGIC # gold.shelves
# MAGIC Reads `silver.shelves`; writes `gold.shelves`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_shelves_place")  # of this environment's sources
query = Query(
    name="shelves/gold.shelves",
    identity=f"1-82b6e7a3-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/shelves")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "offset",
    "worth",
    "x",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/shelves",
        columns=["offset", "worth", "x"],
    )


begin(query, f"{lake}/gold/shelves")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
