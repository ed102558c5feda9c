# Databricks notebook source
# MAGIC %md
# MAGIC # One run of users
# MAGIC Takes the landings that are whole and not taken yet; without any it changes nothing.
# MAGIC Generated from `pipelines/users.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_subscriptions_place", "silver_users_place", "landings"]}

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_subscriptions

# COMMAND ----------

# MAGIC %run ./silver_users
