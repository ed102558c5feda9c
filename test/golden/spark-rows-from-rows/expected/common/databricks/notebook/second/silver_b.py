# Databricks notebook source
# MAGIC %md
# MAGIC # silver.b
# MAGIC Reads `silver.a`; writes `silver.b`.
# MAGIC Generated from `pipelines/pipeline-2.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_b_place")  # of this environment's sources
query = Query(
    name="second/silver.b",
    identity=f"1-185fc740-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/a")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "at AS time",
    "upper(x) AS x",
)

# COMMAND ----------

# DBTITLE 1,What is wanted, and what must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS, where="x is not null")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/b",
        columns=["time", "x"],
    )


begin(query, f"{lake}/silver/b")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
