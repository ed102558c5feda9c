def documents(rows, key):
    """Rows as documents: `id` is made of the key, and times are ISO texts (the connector would write numbers)."""
    return rows.select(*[iso(rows, name).alias(name) for name in rows.columns], row_id(rows, key).alias("id"))


def cosmos_store(form, endpoint, key_secret, database, container, partition_key, stand_in):
    """Where documents go. `form`: `cosmos`, or `delta` where there is no account: then they stand in a Delta folder.

    https://github.com/Azure/azure-sdk-for-java/blob/main/sdk/cosmos/azure-cosmos-spark_3/docs/configuration-reference.md
    """
    if form == "delta":
        return {"folder": stand_in, "keys": ["id", partition_key]}
    return {"options": cosmos_options(endpoint, secret(key_secret), database, container)}


def cosmos_options(endpoint, account_key, database, container):
    """Bulk upserts under throughput control, with null columns left out of the documents."""
    return {
        "spark.cosmos.accountEndpoint": endpoint,
        "spark.cosmos.accountKey": account_key,
        "spark.cosmos.database": database,
        "spark.cosmos.container": container,
        "spark.cosmos.write.strategy": "ItemOverwrite",
        "spark.cosmos.write.bulk.enabled": "true",
        "spark.cosmos.throughputControl.enabled": "true",
        "spark.cosmos.throughputControl.name": f"{database}-{container}",
        "spark.cosmos.throughputControl.targetThroughputThreshold": "0.95",
        "spark.cosmos.throughputControl.globalControl.useDedicatedContainer": "false",
        "spark.cosmos.serialization.inclusionMode": "NonNull",
    }


def write_documents(rows, batch_id, query, to):
    """Upserts a batch of documents by `id` and partition key, so a replayed batch writes the same documents again."""

    def upsert(taken):
        if "options" in to:
            taken.write.format("cosmos.oltp").options(**to["options"]).mode("append").save()
        else:
            upsert_stand_in(taken, to["folder"], to["keys"], query.view)

    deliver(rows, batch_id, query, upsert)


def upsert_stand_in(rows, folder, keys, view):
    session = rows.sparkSession
    columns = ", ".join(f"`{field.name}` {field.dataType.simpleString()}" for field in rows.schema.fields)
    session.sql(f"CREATE TABLE IF NOT EXISTS delta.`{folder}` ({columns}) USING DELTA")
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    upsert = "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
    session.sql(f"MERGE INTO delta.`{folder}` t USING {view} s ON {same} {upsert}")
