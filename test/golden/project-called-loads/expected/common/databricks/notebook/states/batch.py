# Databricks notebook source
# MAGIC %md
# MAGIC # One run of states
# MAGIC Takes the newest loads that are whole, and computes anew what is made of them; where none is new it changes nothing.
# MAGIC Generated from `pipelines/pipeline-2.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_states_place", "load"]}
lake = parameter("lake")
TAKEN = {}  # the same loads for all of them

# COMMAND ----------

# DBTITLE 1,The load of bronze.states that this run has asked for is whole
Loads(source="films/states/bronze.states/1-420352f3", folder=f"{lake}/loads/states", columns="shop string").expect_whole(parameter("load"))

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_states
