# Databricks notebook source
# MAGIC %md
# MAGIC # One run of movies
# MAGIC Takes the landings that are whole and not taken yet, then computes anew what is made of tables that have changed; without any it changes nothing.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_names_place", "gold_genres_place", "gold_named_place", "gold_rated_place", "landings"]}

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_names

# COMMAND ----------

# MAGIC %run ./gold_genres

# COMMAND ----------

# MAGIC %run ./gold_named

# COMMAND ----------

# MAGIC %run ./gold_rated
