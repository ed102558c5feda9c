# Databricks notebook source
# MAGIC %md
# MAGIC # silver.known
# MAGIC Reads `silver.orders`; writes `silver.known`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_known_place")  # of this environment's sources
query = Query(
    name="shop/silver.known",
    identity=f"1-2c2a8d90-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/orders")

# COMMAND ----------

# DBTITLE 1,Columns
rows = input_rows.selectExpr(
    "id",
    "k",
    "v",
    "price",
    "x",
    "flag",
    "at",
)

# COMMAND ----------

# DBTITLE 1,What is wanted, and what must hold
EXPECTATIONS = {}
rows = checked(rows, EXPECTATIONS, where="k is not null")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/known",
        columns=["id", "k", "v", "price", "x", "flag", "at"],
    )


begin(query, f"{lake}/silver/known")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
