# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.prices
# MAGIC Reads `sources.prices`; writes `bronze.prices`, `bronze.prices.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "orders/bronze.prices"
place = parameter("bronze_prices_place")  # of this environment's sources
app = f"{query}/1-e6d496aa-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Files: their names
root = parameter("landing_root")
files = new_files(
    f"{root}/prices/*.parquet",
    root,
    parameter("prices_reader"),
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
        table=f"{lake}/bronze/prices",
        root=root,
        form="parquet",
        columns="item string, price decimal(9,2), sold struct<n:int>",
        may_lack=True,
        quarantine=f"{lake}/bronze/prices_quarantine",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/prices")
run = start(files.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
