# Databricks notebook source
# MAGIC %md
# MAGIC # silver.sold
# MAGIC Reads `bronze.orders`; writes `silver.sold`, `silver.sold.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_sold_place")  # of this environment's sources
query = Query(
    name="shop/silver.sold",
    identity=f"1-8ac1312e-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "id string, at timestamp, shop string, lines array<struct<sku:string,quantity:int>>",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Explode: a row for each line
elements = exploded(events, "line", "lines")

# COMMAND ----------

# DBTITLE 1,silver.elements, which is not stored
silver_elements = elements.selectExpr(
    "id",
    "line.sku AS sku",
    "line.quantity AS quantity",
    "_element",
    "_elements",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)
silver_elements = only(silver_elements, "sku <> 'bag'", "silver.elements.filtered_elements")
silver_elements = only(silver_elements, "quantity > 0", "silver.elements.dropped_elements")

# COMMAND ----------

# DBTITLE 1,Columns
rows = silver_elements.selectExpr(
    "id",
    "sku",
    "quantity",
    "try_multiply(quantity, 2) AS twice",
    "_element",
    "_elements",
    "_enqueued_at",
    "_partition",
    "_offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What is wanted, and what must hold
EXPECTATIONS = {
    "small": ("twice < 100", "quarantine"),
}
rows = checked(rows, EXPECTATIONS, where="quantity > 1")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/sold",
        columns=["id", "sku", "quantity", "twice"],
        quarantine=f"{lake}/silver/sold_quarantine",
        counted=COUNTED,
        left=["silver.elements.filtered_elements", "silver.elements.dropped_elements"],
    )


begin(query, f"{lake}/silver/sold")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
