# Databricks notebook source
# MAGIC %md
# MAGIC # What the notebooks of this project share
# MAGIC Taken over by `%run`, so that everything here lives in the notebook's own namespace: under Spark Connect a module of the client is not found inside a batch.
# MAGIC Generated; edit the YAML instead.

# COMMAND ----------

# DBTITLE 1,What expressions mean here
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.legacy.timeParserPolicy": "CORRECTED",
    "spark.sql.mapKeyDedupPolicy": "LAST_WIN",
    "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.ReorderAssociativeOperator",
}
