# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.orders
# MAGIC Reads `sources.orders`; writes `bronze.orders`, `bronze.orders.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_orders_place")  # of this environment's sources
query = Query(
    name="orders/bronze.orders",
    identity=f"1-34faede1-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: their names
root = parameter("landing_root")
files = new_files(
    f"{root}/orders/*.csv",
    root,
    parameter("orders_reader"),
)

# COMMAND ----------

# DBTITLE 1,Each batch: the rows of its files, appended once
def write(batch_rows, batch_id):
    write_file_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/orders",
        root=root,
        form="csv",
        columns="id bigint, item string, at timestamp",
        header=True,
        quarantine=f"{lake}/bronze/orders_quarantine",
    )


begin(query, f"{lake}/bronze/orders")
run = start(files.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
