# Databricks notebook source
# MAGIC %md
# MAGIC # One run of films
# MAGIC Takes the landings that are whole and not taken yet, then computes anew what is made of tables that have changed; without any it changes nothing.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_visits_place", "silver_archived_place", "silver_films_place", "landings"]}

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_visits

# COMMAND ----------

# MAGIC %run ./silver_archived

# COMMAND ----------

# MAGIC %run ./silver_films
