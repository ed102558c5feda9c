# Databricks notebook source
# MAGIC %md
# MAGIC # silver.tags
# MAGIC Reads `silver.items`; writes `silver.tags`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "sales/silver.tags"
place = parameter("silver_tags_place")  # of this environment's sources
app = f"{query}/1-3925bbdc-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/items")

# COMMAND ----------

# DBTITLE 1,Explode: a row for each tag
elements = exploded(input_rows, "tag", "split(tags, ' ')", outer=True)

# COMMAND ----------

# DBTITLE 1,Columns
rows = elements.selectExpr(
    "sale_id",
    "sku",
    "tag",
    "_element",
    "_elements",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {}
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
        table=f"{lake}/silver/tags",
        columns=["sale_id", "sku", "tag"],
        counted=COUNTED,
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/tags")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
