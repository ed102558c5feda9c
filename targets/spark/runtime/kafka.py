import os


def kafka_options(servers, identity="none", **login):
    """What Kafka's client needs to reach a log. `identity`: how it logs in, or `none` for a broker that asks for nothing.

    https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations
    """
    options = {
        "kafka.bootstrap.servers": servers,
        "kafka.request.timeout.ms": "60000",
        "kafka.metadata.max.age.ms": "180000",
        "kafka.connections.max.idle.ms": "180000",
    }
    if identity == "password":
        options.update(password_login(**login))
    elif identity == "application":
        options.update(application_login(servers, **login))
    elif identity == "service_credential":
        options["databricks.serviceCredential"] = login["credential"]
    elif identity != "none":
        raise ValueError(f"No login of Kafka's client is called '{identity}'.")
    return options


def password_login(user, password):
    """A user whose password is a secret of the vault (SASL PLAIN over TLS)."""
    return sasl("PLAIN", "plain.PlainLoginModule", username=user, password=secret(password))


def application_login(servers, client_id, tenant, client_secret):
    """An application of Microsoft Entra ID: the client fetches a token with its secret, and fetches the next one in time.

    The handler has this name in Kafka's clients from 3.4 on.
    https://learn.microsoft.com/azure/event-hubs/authenticate-application
    """
    scope = f"https://{servers.split(':')[0]}/.default"
    module = "oauthbearer.OAuthBearerLoginModule"
    return {
        **sasl("OAUTHBEARER", module, clientId=client_id, clientSecret=secret(client_secret), scope=scope),
        "kafka.sasl.oauthbearer.token.endpoint.url": f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        "kafka.sasl.login.callback.handler.class": kafka_class("oauthbearer.OAuthBearerLoginCallbackHandler"),
    }


def sasl(mechanism, module, **given):
    """A login over TLS, in the words of Java's login service: in its texts a backslash and a quote stand behind a backslash."""
    quoted = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in given.items()}
    words = " ".join(f'{name}="{value}"' for name, value in quoted.items())
    return {
        "kafka.security.protocol": "SASL_SSL",
        "kafka.sasl.mechanism": mechanism,
        "kafka.sasl.jaas.config": f"{kafka_class(module)} required {words};",
    }


def kafka_class(name):
    """A class of Kafka's client; Databricks keeps its own copy of the client under another name."""
    shaded = "kafkashaded." if "DATABRICKS_RUNTIME_VERSION" in os.environ else ""
    return f"{shaded}org.apache.kafka.common.security.{name}"
