def parameter(name):
    """A parameter of the job: the cell with parameters names it, and the job sets it after that cell."""
    value = globals().get(name, "")
    if value == "":
        raise ValueError(f"The job does not give the parameter '{name}'.")
    return value


def secret(name):
    """A secret of the vault, read on the driver as the workspace's own identity; never printed, never written."""
    import notebookutils

    return notebookutils.credentials.getSecret(parameter("vault"), name, parameter("vault_linked_service"))
