def events_of(rows, id, columns, key=None):
    """Rows as events: a JSON body (times as ISO text, nulls left out) and `event_id`, by which a reader knows a repeat."""
    form = {"timestampFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", "timeZone": "UTC", "ignoreNullFields": "true"}
    event_id = F.struct(F.lit("event_id").alias("key"), row_id(rows, id).cast("binary").alias("value"))
    return rows.select(
        F.to_json(F.struct(*columns), form).alias("value"),
        F.array(event_id).alias("headers"),
        *([] if key is None else [F.col(key).cast("string").alias("key")]),
        *mark_of(rows),
    )


def sending_to(hub, connection):
    """What sends to a hub. Event Hubs closes a connection that asks for a larger request, and takes no compressed one in every tier.

    https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations#producer-configurations-only
    """
    return {**connection, "topic": hub, "kafka.max.request.size": "1046528", "kafka.compression.type": "none"}


def send_events(rows, batch_id, query, to):
    """Sends a batch of events, at least once: a replayed batch is sent again, with the same ids."""
    deliver(rows, batch_id, query, lambda events: events.write.format("kafka").options(**to).save())
