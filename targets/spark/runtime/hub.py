CAPTURED = """
    SequenceNumber bigint, Offset string, EnqueuedTimeUtc string, Body binary,
    SystemProperties map<string, struct<member0: bigint, member1: double, member2: string, member3: binary>>,
    Properties map<string, struct<member0: bigint, member1: double, member2: string, member3: binary>>
"""


def property_text(value):
    """What a property says, of its bytes: text, or base64 where they are no text in UTF-8 (formatting replaces what is not)."""
    text = f"cast({value} as string)"
    return f"if(format_string('%s', {text}) = {text}, {text}, base64({value}))"


ANY_MEMBER = f"coalesce(p.value.member2, cast(p.value.member0 as string), cast(p.value.member1 as string), {property_text('p.value.member3')})"


def captured_events(folder, reader):
    """Events from the Avro files that Event Hubs Capture writes. `reader`: `auto_loader` (Databricks) or `files`.

    https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview
    """
    if reader == "auto_loader":
        files = spark.readStream.format("cloudFiles").option("cloudFiles.format", "avro")
    else:
        files = spark.readStream.format("avro").option("recursiveFileLookup", "true")
    events = files.option("pathGlobFilter", "*.avro").schema(CAPTURED).load(folder)
    partition = F.regexp_extract("_metadata.file_path", r"/(\d+)/\d{4}/\d{2}/\d{2}/\d{2}/\d{2}/\d{2}\.avro$", 1)
    return events.select(
        F.col("Body").alias("body"),
        F.expr("SystemProperties['x-opt-kafka-key'].member3").alias("key"),
        F.expr(f"transform(map_entries(Properties), p -> struct(p.key as name, {ANY_MEMBER} as value))").alias("properties"),
        F.expr("coalesce(try_to_timestamp(EnqueuedTimeUtc, 'M/d/yyyy h:mm:ss a'), try_to_timestamp(EnqueuedTimeUtc))").alias("enqueued_at"),
        F.try_to_number(partition, F.lit("999999")).cast("int").alias("partition"),
        F.col("SequenceNumber").alias("offset"),
    )


def hub_events(hub, connection):
    """Events of a hub or topic, by Kafka's protocol, from the earliest that it still has."""
    options = {
        **connection,
        "subscribe": hub,
        "startingOffsets": "earliest",
        "includeHeaders": "true",
        "maxOffsetsPerTrigger": "200000",
        "kafka.session.timeout.ms": "30000",
    }
    events = spark.readStream.format("kafka").options(**options).load()
    return events.select(
        F.col("value").alias("body"),
        F.col("key"),
        F.expr(f"transform(headers, h -> struct(h.key as name, {property_text('h.value')} as value))").alias("properties"),
        F.col("timestamp").alias("enqueued_at"),
        F.col("partition"),
        F.col("offset"),
    )
