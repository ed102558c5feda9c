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
query = "second/silver.b"
place = parameter("silver_b_place")  # of this environment's sources
app = f"{query}/1-185fc740-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/b",
        columns=["time", "x"],
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/b")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
