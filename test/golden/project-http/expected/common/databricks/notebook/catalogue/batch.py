# Databricks notebook source
# MAGIC %md
# MAGIC # One run of catalogue
# MAGIC Takes the landings that are whole and not taken yet, then computes anew what is made of tables that have changed; without any it changes nothing.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_categories_place", "silver_members_place", "silver_products_place", "silver_rates_place", "silver_visits_place", "landings"]}

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_categories

# COMMAND ----------

# MAGIC %run ./silver_members

# COMMAND ----------

# MAGIC %run ./silver_products

# COMMAND ----------

# MAGIC %run ./silver_rates

# COMMAND ----------

# MAGIC %run ./silver_visits
