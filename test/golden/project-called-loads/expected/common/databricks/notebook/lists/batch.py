# Databricks notebook source
# MAGIC %md
# MAGIC # One run of lists
# MAGIC Takes the newest loads that are whole, and computes anew what is made of them; where none is new it changes nothing.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters, for all notebooks that are run below
GIVEN = {name: of_widget(name) for name in ["lake", "silver_lists_place", "silver_movies_place", "silver_prices_place", "silver_stock_place", "load"]}
lake = parameter("lake")
TAKEN = {}  # the same loads for all of them

# COMMAND ----------

# DBTITLE 1,The load of bronze.again that this run has asked for is whole
Loads(source="films/lists/bronze.again/1-6587b904", folder=f"{lake}/loads/tmdb", columns="list string NOT NULL, results array<struct<id:bigint,title:string>>").expect_whole(parameter("load"))

# COMMAND ----------

# DBTITLE 1,The load of bronze.stock that this run has asked for is whole
Loads(source="films/lists/bronze.stock/1-e43a885a", folder=f"{lake}/loads/stock", columns="discs int, title string").expect_whole(parameter("load"))

# COMMAND ----------

# MAGIC %run ./tables

# COMMAND ----------

# MAGIC %run ./silver_lists

# COMMAND ----------

# MAGIC %run ./silver_movies

# COMMAND ----------

# MAGIC %run ./silver_prices

# COMMAND ----------

# MAGIC %run ./silver_stock

# COMMAND ----------

# DBTITLE 1,No load of bronze.prices came after a newer one
Loads(source="films/lists/bronze.prices/1-b5c75693", folder=f"{lake}/loads/prices", columns="price int, title string").expect_none_late()
