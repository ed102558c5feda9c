# Databricks notebook source
# MAGIC %md
# MAGIC # gold.a
# MAGIC Reads `silver.a`; writes `gold.a`.
# MAGIC Generated from `pipelines/copies.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_a_place")  # of this environment's sources
query = Query(
    name="copies/gold.a",
    identity=f"2-3cb0840c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/a")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
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
        table=f"{lake}/gold/a",
        columns=["x"],
    )


begin(query, f"{lake}/gold/a")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
