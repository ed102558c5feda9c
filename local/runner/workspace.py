"""What a workspace gives a notebook beside `spark`: `dbutils` on Databricks, `notebookutils` on Synapse.

Only what emitted notebooks use. Secrets come from environment variables: the vault's or scope's name and the secret's in
front of it, or the secret's name alone, in capitals and with underscores (`events-connection` is EVENTS_CONNECTION).
"""

import os
import re
import types


class NotebookExit(Exception):
    """Ends a notebook early, and well."""


def supplies(form, parameters):
    """The names that a notebook finds, and the modules that it may import."""
    if form == "databricks":
        return {"dbutils": dbutils(parameters)}, {}
    utils = notebookutils()
    modules = {"notebookutils": utils, "notebookutils.mssparkutils": utils.mssparkutils}
    return {"notebookutils": utils, "mssparkutils": utils.mssparkutils}, modules


def dbutils(parameters):
    widgets = {name: str(value) for name, value in parameters.items()}

    def text(name, defaultValue="", label=None):
        widgets.setdefault(name, defaultValue)

    def get(name):
        if name not in widgets:
            raise KeyError(f"InputWidgetNotDefined: there is no widget '{name}' and the job gives no parameter of that name")
        return widgets[name]

    return types.SimpleNamespace(
        widgets=types.SimpleNamespace(text=text, get=get, getAll=lambda: dict(widgets)),
        secrets=types.SimpleNamespace(get=lambda scope, key: secret(scope, key)),
        notebook=types.SimpleNamespace(exit=leave),
        fs=file_system(lambda name, is_folder: f"{name}/" if is_folder else name),
    )


def notebookutils():
    utils = types.ModuleType("notebookutils")
    utils.credentials = types.SimpleNamespace(
        getSecret=lambda vault, name, linkedService=None: secret(vault, name),
        getSecretWithLS=lambda linkedService, name: secret(linkedService, name),
    )
    utils.notebook = types.SimpleNamespace(exit=leave)
    utils.mssparkutils = types.ModuleType("notebookutils.mssparkutils")
    utils.mssparkutils.fs = file_system(lambda name, is_folder: name)
    utils.mssparkutils.credentials, utils.mssparkutils.notebook = utils.credentials, utils.notebook
    return utils


def file_system(named):
    """Folders of this machine. `named`: how a name is told, as Databricks has a `/` behind those of folders and Synapse none."""

    def ls(folder):
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        return [types.SimpleNamespace(path=entry.path, name=named(entry.name, entry.is_dir()), size=0 if entry.is_dir() else entry.stat().st_size) for entry in entries]

    def head(file, most=65536):
        with open(file, "rb") as opened:
            return opened.read(most).decode("utf-8", errors="replace")

    def put(file, text, overwrite=False):
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w" if overwrite else "x", encoding="utf-8", newline="") as opened:
            opened.write(text)
        return True

    return types.SimpleNamespace(ls=ls, head=head, put=put)


def leave(value=""):
    raise NotebookExit(value)


def secret(vault, name):
    names = [variable(f"{vault}_{name}"), variable(name)]
    for candidate in names:
        if candidate in os.environ:
            return os.environ[candidate]
    raise KeyError(f"The secret '{name}' of '{vault}' is not set: on this machine it is the environment variable {names[0]} or {names[1]}.")


def variable(name):
    return re.sub(r"[^A-Za-z0-9]", "_", name).upper()
