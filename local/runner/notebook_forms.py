"""The two forms of a notebook as this machine reads them: Databricks' Python source and Synapse's JSON.

Both become a list of cells: `code`, `run` (include another notebook here), `parameters` (code that gives defaults), or
nothing for text and settings.
"""

import json
import os
import re
from dataclasses import dataclass

HEADER = "# Databricks notebook source"
SEPARATOR = "# COMMAND ----------"


@dataclass(frozen=True)
class Cell:
    number: int  # as a person counts them in the notebook
    kind: str  # code, run or parameters
    source: str  # Python, or the notebook to include


def read_cells(path, form):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return databricks_cells(text, path) if form == "databricks" else synapse_cells(text, path)


def databricks_cells(text, path):
    lines = text.split("\n")
    if lines[0].rstrip() != HEADER:
        raise ValueError(f"{path}: a Databricks notebook begins with the line '{HEADER}'")
    cells, current = [], []
    for line in [*lines[1:], SEPARATOR]:
        if line.rstrip() == SEPARATOR:
            cells.append(current)
            current = []
        else:
            current.append(line)
    read = [databricks_cell(number, cell, path) for number, cell in enumerate(cells, start=1)]
    return [cell for cell in read if cell]


def databricks_cell(number, lines, path):
    lines = ["" if line.startswith("# DBTITLE ") else line for line in lines]
    magic = [line for line in lines if line.startswith("# MAGIC")]
    if not magic:
        source = "\n".join(lines)
        return Cell(number, "code", source) if source.strip() else None
    words = "\n".join(line.removeprefix("# MAGIC").removeprefix(" ") for line in magic).strip()
    return magic_cell(number, words, path)


def synapse_cells(text, path):
    properties = json.loads(text)["properties"]
    read = []
    for number, cell in enumerate(properties["cells"], start=1):
        source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        tags = cell.get("metadata", {}).get("tags", [])
        if cell["cell_type"] != "code" or not source.strip():
            continue
        if source.lstrip().startswith("%"):
            read.append(magic_cell(number, source.strip(), path))
        else:
            read.append(Cell(number, "parameters" if "parameters" in tags else "code", source))
    return [cell for cell in read if cell]


def magic_cell(number, words, path):
    magic = words.split()[0].lstrip("%")
    if magic == "md":
        return None
    if magic == "configure":
        json.loads(re.sub(r"^%%configure(\s+-f)?", "", words))  # its sizes are the cloud's, but it must be JSON
        return None
    if magic == "run":
        rest = words.split(maxsplit=1)[1].strip()
        if len(rest.split()) > 1 and not rest.startswith('"'):
            raise ValueError(f"{path}, cell {number}: a %run with parameters is not supported on this machine: {words}")
        return Cell(number, "run", rest.strip('"'))
    raise ValueError(f"{path}, cell {number}: %{magic} is not supported on this machine, only Python")


def included(reference, path, form):
    """The file of the notebook that a %run names, in a notebook that stands at `path`."""
    folder = os.path.dirname(os.path.abspath(path))
    found = (databricks_included if form == "databricks" else synapse_included)(reference, path, folder)
    if found is None:
        raise FileNotFoundError(f"{path}: %run {reference}: there is no such notebook in {folder}")
    return found


def databricks_included(reference, path, folder):
    """Beside the notebook that runs it, or where its workspace path leads."""
    for candidate in (os.path.join(folder, reference), os.path.join(folder, reference.split("/")[-1])):
        for file in (candidate, f"{candidate}.py"):
            if os.path.isfile(file):
                return os.path.normpath(file)
    return None


def synapse_included(reference, path, folder):
    """
    By its name, or by the absolute path that its folder in the workspace gives it; a relative path is not supported.
    https://learn.microsoft.com/azure/synapse-analytics/spark/apache-spark-development-using-notebooks#notebook-reference
    """
    if "/" in reference and not reference.startswith("/"):
        raise ValueError(
            f"{path}: %run {reference}: Synapse takes an absolute path, as /folder/name, or a name alone, and no relative path"
        )
    place, _, name = reference.rpartition("/")
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".json"):
            continue
        with open(os.path.join(folder, file), encoding="utf-8") as text:
            notebook = json.load(text)
        stands = notebook.get("properties", {}).get("folder", {}).get("name", "")
        if notebook.get("name") == name and (reference == name or stands == place.removeprefix("/")):
            return os.path.join(folder, file)
    return None
