# Databricks notebook source
# MAGIC %md
# MAGIC # One run of shop
# MAGIC Takes the landings that are whole and not taken yet, then computes anew what is made of tables that have changed; without any it changes nothing.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_customers_place", "silver_orders_place", "silver_priced_place", "silver_stores_place", "gold_bought_place", "landings"]}

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_customers

# COMMAND ----------

# MAGIC %run ./silver_orders

# COMMAND ----------

# MAGIC %run ./silver_priced

# COMMAND ----------

# MAGIC %run ./silver_stores

# COMMAND ----------

# MAGIC %run ./gold_bought
