# What the notebook was given that runs others by `%run`: they would find the defaults of their own widgets.
# https://learn.microsoft.com/azure/databricks/notebooks/widgets#use-databricks-widgets-with-run
GIVEN = globals().get("GIVEN", {})
of_widget = parameter


def parameter(name):
    """A parameter of the job, as its first notebook was given it."""
    return GIVEN[name] if name in GIVEN else of_widget(name)
