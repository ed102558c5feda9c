# Databricks notebook source
# MAGIC %md
# MAGIC # silver.users_history
# MAGIC Reads `bronze.users`; writes `silver.users_history`, `silver.users_history.quarantine`, `silver.users_history.deleted`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_users_history_place")  # of this environment's sources
query = Query(
    name="shop/silver.users_history",
    identity=f"1-a56d4364-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.users
landed = Landed(
    source="shop/shop/bronze.users/1-c35c4526",
    folder=f"{lake}/bronze/users/1-c35c4526",
    form="csv",
    columns="is_deleted boolean, name string, updated_at timestamp NOT NULL, user_id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {
    "has_name": ("name is not null", "quarantine"),
}


def changes(landed):
    rows = landed.selectExpr(
        "user_id AS id",
        "trim(name) AS name",
        "updated_at AS at",
        "_landing",
        "coalesce(is_deleted or name like 'gone %', false) AS _deletes",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: versions of rows are merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/users_history",
    columns=["id", "name", "at"],
    keys=["id"],
    quarantine=f"{lake}/silver/users_history_quarantine",
    how=HistoryWithDeletes(sequence="at", deleted=f"{lake}/silver/users_history_deleted"),
)
