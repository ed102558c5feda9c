# Databricks notebook source
# MAGIC %md
# MAGIC # silver.sales
# MAGIC Reads `bronze.sales`; writes `silver.sales`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_sales_place")  # of this environment's sources
query = Query(
    name="sales/silver.sales",
    identity=f"1-31438652-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.sales
landed = Landed(
    source="shop/sales/bronze.sales/1-a326832e",
    folder=f"{lake}/bronze/sales/1-a326832e",
    form="parquet",
    columns="day date, gift boolean, id bigint NOT NULL, item string, price decimal(9,2), store int, updated_at timestamp NOT NULL, weight double",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "id",
        "store",
        "item",
        "gift",
        "price",
        "weight",
        "day",
        "updated_at",
        "cast(item as binary) AS photo",
        "_landing",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/sales",
    columns=["id", "store", "item", "gift", "price", "weight", "day", "updated_at", "photo"],
    keys=["id"],
    sequence_by=["updated_at"],
)
