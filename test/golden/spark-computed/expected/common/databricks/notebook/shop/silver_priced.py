# Databricks notebook source
# MAGIC %md
# MAGIC # silver.priced
# MAGIC Orders that are owed, with where they go to.
# MAGIC
# MAGIC Reads `silver.orders`, `silver.customers`; writes `silver.priced`, `silver.priced.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_priced_place")  # of this environment's sources
query = Query(
    name="shop/silver.priced",
    identity=f"1-7e97f3b8-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "customer": Lookup(f"{lake}/silver/customers", how="left", on="_own.customer_id = customer.customer_id", columns=["customer.city"]),
})

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.orders": f"{lake}/silver/orders",
}
EXPECTATIONS = {
    "has_customer": ("customer_id is not null", "quarantine"),
    "is_owed": ("amount >= 0", "drop"),
    "is_small": ("amount < 1000", "warn"),
    "is_possible": ("coalesce(amount, 0) < 5000", "fail"),
}


def computed(inputs):
    rows = inputs["silver.orders"].selectExpr(
        "amount",
        "customer_id",
        "order_id",
        "version",
        "amount > 1000 AS is_large",
    )
    return checked(rows, EXPECTATIONS, where="order_id <> 6")

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["amount", "customer_id", "order_id", "version", "is_large"],
    table=f"{lake}/silver/priced",
    quarantine=f"{lake}/silver/priced_quarantine",
    lookups=LOOKUPS,
)
