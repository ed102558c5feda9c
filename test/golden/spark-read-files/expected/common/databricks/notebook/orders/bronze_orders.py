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
query = "orders/bronze.orders"
place = parameter("bronze_orders_place")  # of this environment's sources
app = f"{query}/1-34faede1-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_file_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/orders",
        root=root,
        form="csv",
        columns="id bigint, item string, at timestamp",
        header=True,
        quarantine=f"{lake}/bronze/orders_quarantine",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/orders")
run = start(files.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
