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
place = parameter("bronze_prices_place")  # of this environment's sources
query = Query(
    name="orders/bronze.prices",
    identity=f"1-e6d496aa-{place}",
    lake=lake,
)

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
def write(batch_rows, batch_id):
    write_file_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/prices",
        root=root,
        form="parquet",
        columns="item string, price decimal(9,2), sold struct<n:int>",
        may_lack=True,
        quarantine=f"{lake}/bronze/prices_quarantine",
    )


begin(query, f"{lake}/bronze/prices")
run = start(files.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
