# Databricks notebook source
# MAGIC %md
# MAGIC # silver.lines
# MAGIC Lines of orders, as they were last.
# MAGIC
# MAGIC Reads `bronze.lines`; writes `silver.lines`, `silver.lines.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_lines_place")  # of this environment's sources
query = Query(
    name="shop/silver.lines",
    identity=f"1-4a5da737-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.lines
landed = Landed(
    source="shop/shop/bronze.lines/1-ef387247",
    folder=f"{lake}/bronze/lines/1-ef387247",
    form="csv",
    columns="amount decimal(9,2), line int NOT NULL, order_id bigint NOT NULL, version bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {
    "has_amount": ("amount is not null", "quarantine"),
    "is_small": ("amount < 100000", "warn"),
}


def changes(landed):
    rows = landed.selectExpr(
        "order_id",
        "line",
        "amount",
        "version AS changed",
        "_landing",
    )
    return checked(rows, EXPECTATIONS, where="line > 0")

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/lines",
    columns=["order_id", "line", "amount", "changed"],
    keys=["order_id", "line"],
    sequence_by=["changed", "amount"],
    quarantine=f"{lake}/silver/lines_quarantine",
)
