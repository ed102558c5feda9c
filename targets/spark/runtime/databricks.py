def parameter(name):
    """A parameter of the job. There is no default: a job that does not give it has been put together wrongly."""
    dbutils.widgets.text(name, "")
    value = dbutils.widgets.get(name)
    if value == "":
        raise ValueError(f"The job does not give the parameter '{name}'.")
    return value


def secret(name):
    """A secret of the vault, read on the driver; never printed, never written."""
    return dbutils.secrets.get(scope=parameter("vault"), key=name)
