"""Names that a batch must not use, by notebook: python3 batches.py LIBRARY NOTEBOOK… prints `notebook: function uses name` lines.

Under Spark Connect a batch runs on the server: `write` goes there with all the functions and values of the notebook that it
uses, and what only the notebook's own process has cannot go along. LIBRARY: the folder of what notebooks share.
https://spark.apache.org/docs/latest/streaming/apis-on-dataframes-and-datasets.html#foreachbatch
"""
import ast
import sys
from pathlib import Path

ONLY_IN_THE_NOTEBOOK = {"spark", "dbutils", "notebookutils", "parameter", "secret"}
NEVER = {"sparkContext", "rdd", "foreachPartition", "foreachRDD", "checkpoint", "localCheckpoint", "_jdf", "_jvm", "_jsparkSession", "_sc", "DeltaTable", "observe"}


def definitions(source):
    """The functions and classes of a module, and the values of its own, by name."""
    found = {}
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            found.update({target.id: node.value for target in node.targets if isinstance(target, ast.Name)})
    return found


def names(node):
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Load)}


def local_names(node):
    stored = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)}
    return stored | {inner.arg for inner in ast.walk(node) if isinstance(inner, ast.arg)}


def reached(defined, name):
    """Everything that goes along with a function. A value goes as what it is, not with what it was made of."""
    waiting, seen = [name], set()
    while waiting:
        name = waiting.pop()
        if name in seen or name not in defined:
            continue
        seen.add(name)
        if isinstance(defined[name], (ast.FunctionDef, ast.ClassDef)):
            waiting.extend(names(defined[name]) - local_names(defined[name]))
    return [(name, defined[name]) for name in sorted(seen) if isinstance(defined[name], (ast.FunctionDef, ast.ClassDef))]


def mistakes(defined):
    for name, node in reached(defined, "write"):
        for used in sorted((names(node) - local_names(node)) & ONLY_IN_THE_NOTEBOOK):
            yield f"{name} uses {used}"
    for name, node in defined.items():
        for used in sorted({inner.attr for inner in ast.walk(node) if isinstance(inner, ast.Attribute)} & NEVER):
            yield f"{name} uses {used}"


def main(library, *notebooks):
    shared = {}
    for file in sorted(Path(library).glob("*.py")):
        if file.name not in ("job.py", "synapse.py"):  # a job of classic Spark; the other of two forms
            shared.update(definitions(file.read_text(encoding="utf-8")))
    for notebook in notebooks:
        source = Path(notebook).read_text(encoding="utf-8")
        for mistake in mistakes({**shared, **definitions(source)}):
            print(f"{notebook}: {mistake}")


main(*sys.argv[1:])
