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
query = "orders/bronze.clicks"
place = parameter("bronze_clicks_place")  # of this environment's sources
app = f"{query}/1-83fad2ff-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_file_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/clicks",
        root=root,
        form="json",
        columns="id string, at timestamp",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/clicks")
run = start(files.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
