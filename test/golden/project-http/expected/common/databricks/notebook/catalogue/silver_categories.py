# Databricks notebook source
# MAGIC %md
# MAGIC # silver.categories
# MAGIC Reads `bronze.categories`; writes `silver.categories`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_categories_place")  # of this environment's sources
query = Query(
    name="catalogue/silver.categories",
    identity=f"1-4011fa0c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.categories": Reading(Landed(source="shop/catalogue/bronze.categories/1-8ab8a6ac", folder=f"{lake}/bronze/categories/1-8ab8a6ac", form="json", columns="id int NOT NULL, name string", within=["results"])),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.categories"].selectExpr(
        "id",
        "name",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["id", "name"],
    table=f"{lake}/silver/categories",
)
