# Databricks notebook source
# MAGIC %md
# MAGIC # silver.rates
# MAGIC Reads `bronze.rates`; writes `silver.rates`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_rates_place")  # of this environment's sources
query = Query(
    name="catalogue/silver.rates",
    identity=f"1-7024268e-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.rates": Reading(Landed(source="shop/catalogue/bronze.rates/1-7276154f", folder=f"{lake}/bronze/rates/1-7276154f", form="json", columns="currency string, rate double", within=["rates"])),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.rates"].selectExpr(
        "currency",
        "rate",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["currency", "rate"],
    table=f"{lake}/silver/rates",
)
