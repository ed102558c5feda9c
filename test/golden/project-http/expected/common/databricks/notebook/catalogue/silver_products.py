# Databricks notebook source
# MAGIC %md
# MAGIC # silver.products
# MAGIC Reads `bronze.products`; writes `silver.products`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_products_place")  # of this environment's sources
query = Query(
    name="catalogue/silver.products",
    identity=f"1-5611d36c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.products": Reading(Landed(source="shop/catalogue/bronze.products/1-ba48a2ff", folder=f"{lake}/bronze/products/1-ba48a2ff", form="json", columns="id bigint NOT NULL, maker struct<name:string,since:date>, name string, price decimal(9,2), tags array<string>", within=["results"])),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.products"].selectExpr(
        "id",
        "name",
        "price",
        "tags",
        "maker.name AS maker",
        "maker.since AS since",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["id", "name", "price", "tags", "maker", "since"],
    table=f"{lake}/silver/products",
)
