# Databricks notebook source
import json

from pyspark.sql import functions as F


def parameter(name):
    dbutils.widgets.text(name, "")
    return dbutils.widgets.get(name)


# COMMAND ----------

def append(rows, table, app, batch):
    rows.write.format("delta").mode("append").option("txnAppId", app).option("txnVersion", batch).save(table)


def record(session, ops, query, app, batch, counts):
    row = session.createDataFrame([(query, batch, counts)], "query string, batch long, counts map<string, long>")
    append(row.withColumn("at", F.current_timestamp()), f"{ops}/batches", f"{app}/batches", batch)
    print(json.dumps({"query": query, "batch": batch, **counts}))
