# Databricks notebook source
# MAGIC %md
# MAGIC # silver.customers
# MAGIC Reads `bronze.customers`; writes `silver.customers`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_customers_place")  # of this environment's sources
query = Query(
    name="shop/silver.customers",
    identity=f"1-08b0d8be-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.customers
landed = Landed(
    source="shop/shop/bronze.customers/1-f3dfcd6c",
    folder=f"{lake}/bronze/customers/1-f3dfcd6c",
    form="csv",
    columns="city string, customer_id bigint NOT NULL, version int NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "city",
        "customer_id",
        "version",
        "_landing",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/customers",
    columns=["city", "customer_id", "version"],
    keys=["customer_id"],
    sequence_by=["version"],
)
