def kafka_options(servers, identity="none", user=None, password_secret=None):
    """What Kafka's client needs to reach a log. `identity`: `password`, or `none` for a broker that asks for nothing.

    https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations
    """
    options = {
        "kafka.bootstrap.servers": servers,
        "kafka.request.timeout.ms": "60000",
        "kafka.metadata.max.age.ms": "180000",
        "kafka.connections.max.idle.ms": "180000",
    }
    if identity == "password":
        shaded = "kafkashaded." if "DATABRICKS_RUNTIME_VERSION" in os.environ else ""
        login = f"{shaded}org.apache.kafka.common.security.plain.PlainLoginModule"
        options["kafka.security.protocol"] = "SASL_SSL"
        options["kafka.sasl.mechanism"] = "PLAIN"
        options["kafka.sasl.jaas.config"] = (
            f'{login} required username="{user}" password="{secret(password_secret)}";'
        )
    return options
