# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.orders
# MAGIC Reads `sources.orders`; writes `bronze.orders`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_orders_place")  # of this environment's sources
query = Query(
    name="orders/bronze.orders",
    identity=f"1-0648c217-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Rows: the table's, and then those of each commit
root = parameter("shop_root")
rows = new_rows(
    "orders/sources.orders",
    f"{root}/sales/orders",
    "id bigint, item struct<name:string,tags:array<string>>, price decimal(9,2), at timestamp",
)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_new_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/orders",
    )


begin(query, f"{lake}/bronze/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
