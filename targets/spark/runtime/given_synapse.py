# What the notebook was given that runs others by `%run`: each of those has a cell of its own that says its parameters are "".
# https://learn.microsoft.com/azure/synapse-analytics/spark/apache-spark-development-using-notebooks#integrate-a-notebook
GIVEN = globals().get("GIVEN", {})
of_cell = parameter


def parameter(name):
    """A parameter of the job, as its first notebook was given it."""
    return GIVEN[name] if name in GIVEN else of_cell(name)


def of_base64(text):
    """What the pipeline gives as base64: how the service writes quotes into the cell that it adds is told nowhere."""
    import base64

    return base64.b64decode(text).decode("utf-8")
