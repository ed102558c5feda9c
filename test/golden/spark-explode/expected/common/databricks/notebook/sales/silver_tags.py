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
place = parameter("silver_tags_place")  # of this environment's sources
query = Query(
    name="sales/silver.tags",
    identity=f"1-3925bbdc-{place}",
    lake=lake,
)

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
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/tags",
        columns=["sale_id", "sku", "tag"],
        counted=COUNTED,
    )


begin(query, f"{lake}/silver/tags")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
