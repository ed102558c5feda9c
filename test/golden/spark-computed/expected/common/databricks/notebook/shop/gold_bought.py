# Databricks notebook source
# MAGIC %md
# MAGIC # gold.bought
# MAGIC Reads `silver.orders`, `silver.priced`, `silver.customers`; writes `gold.bought`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_bought_place")  # of this environment's sources
query = Query(
    name="shop/gold.bought",
    identity=f"1-0939b714-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "sold": Lookup(f"{lake}/silver/priced", how="inner", on="_own.order_id = sold.order_id", columns=["sold.city"]),
    "known": Lookup(f"{lake}/silver/customers", how="semi", on="_own.customer_id = known.customer_id", columns=[]),
})

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.orders": f"{lake}/silver/orders",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = exploded(inputs["silver.orders"], "item", "split(items, ' ')").selectExpr(
        "order_id",
        "customer_id",
        "item",
        "_element",
        "_elements",
        "_goes",
    )
    return checked(rows, EXPECTATIONS, where="item <> ''")


def aggregated(rows):
    return rows.groupBy("item").agg(
        F.expr("count(*)").alias("times"),
        F.expr("count(distinct city)").alias("cities"),
    )

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["order_id", "customer_id", "item"],
    table=f"{lake}/gold/bought",
    counted=COUNTED,
    lookups=LOOKUPS,
    aggregate=aggregated,
)
