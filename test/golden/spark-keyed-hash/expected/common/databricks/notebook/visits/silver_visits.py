# Databricks notebook source
# MAGIC %md
# MAGIC # silver.visits
# MAGIC Reads `bronze.visits`; writes `silver.visits`, `silver.visits.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_visits_place")  # of this environment's sources
query = Query(
    name="visits/silver.visits",
    identity=f"1-62d36da7-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Keys to hash by
hash_by("customers", "customers-hash-key")
hash_by("devices", "devices-hash-key")

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/visits"),
    "at timestamp, email string, device binary, page string",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,silver.known, which is not stored
silver_known = events.selectExpr(
    "at",
    "keyed_hash_customers(cast(lower(trim(email)) as binary)) AS visitor",
    "device",
    "page",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = silver_known.selectExpr(
    "at",
    "visitor",
    "concat('d-', keyed_hash_devices(device)) AS device",
    "page",
    "_enqueued_at",
    "_partition",
    "_offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_time": ("at is not null", "quarantine"),
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 1 hour, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/visits",
        columns=["at", "visitor", "device", "page"],
        quarantine=f"{lake}/silver/visits_quarantine",
        watermark=Watermark("at", delay="10 minutes", late="drop"),
        deduplication=Deduplication(keys=["visitor", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/visits")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
