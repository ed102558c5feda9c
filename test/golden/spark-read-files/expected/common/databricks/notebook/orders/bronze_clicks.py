# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.clicks
# MAGIC Reads `sources.clicks`; writes `bronze.clicks`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_clicks_place")  # of this environment's sources
query = Query(
    name="orders/bronze.clicks",
    identity=f"1-83fad2ff-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: their names
root = parameter("landing_root")
files = new_files(
    f"{root}/clicks/day=*/*.json",
    root,
    parameter("clicks_reader"),
)

# COMMAND ----------

# DBTITLE 1,Each batch: the rows of its files, appended once
def write(batch_rows, batch_id):
    write_file_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/clicks",
        root=root,
        form="json",
        columns="id string, at timestamp",
    )


begin(query, f"{lake}/bronze/clicks")
run = start(files.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
