"""What of notebooks does not work through Spark Connect, found by their syntax trees: standard input is JSON, {notebook: [texts]}.

The texts of a notebook are run in one namespace: those that it includes, then its own. Prints a JSON list of "notebook: what".

Refused anywhere: what Spark Connect has not (the context, RDDs, the JVM, checkpoints, Delta's API of Python), and an observed
`count("*")`. Refused in whatever a function needs that is handed to Spark: the session, what a notebook is given, and values made with
them. Such a function is pickled with every global name that it, the functions that it names and the methods of the classes that it
names refer to, on whatever branch (https://github.com/cloudpipe/cloudpickle), and a session cannot be pickled.
"""
import ast
import json
import re
import symtable
import sys

ATTRIBUTES = {"sparkContext", "rdd", "_jvm", "_jdf", "_jsc", "_sc", "_jsparkSession", "_jreader", "_jwriter", "javaToPython"}
CALLS = {"checkpoint", "localCheckpoint", "toLocalIterator_rdd", "foreachPartition"}
NAMES = {"DeltaTable", "SparkContext", "SQLContext", "RDD", "sc"}
MODULES = ("delta", "py4j")
HANDED = {"foreachBatch", "foreach", "mapInPandas", "mapInArrow", "applyInPandas", "applyInPandasWithState", "udf", "pandas_udf", "registerFunction"}
GIVEN = {"spark", "dbutils", "notebookutils", "mssparkutils"}


def main(notebooks):
    found = []
    for name, texts in notebooks.items():
        for what in mistakes("\n".join(plain(text) for text in texts)):
            found.append(f"{name}: {what}")
    print(json.dumps(found))


def plain(text):
    """A notebook's text without the lines that only notebooks have; lines keep their numbers."""
    return re.sub(r"^[%!].*$", "pass", text, flags=re.M)


def mistakes(text):
    tree = ast.parse(text)
    return [*unknown_to_connect(tree), *captures(tree, text)]


def unknown_to_connect(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ATTRIBUTES:
            yield f"line {node.lineno} uses .{node.attr}"
        elif isinstance(node, ast.Name) and node.id in NAMES:
            yield f"line {node.lineno} uses {node.id}"
        elif isinstance(node, ast.Import):
            yield from (f"line {node.lineno} imports {one.name}" for one in node.names if one.name.split(".")[0] in MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MODULES:
            yield f"line {node.lineno} imports {node.module}"
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            if isinstance(node.func, ast.Attribute) and called in CALLS:
                yield f"line {node.lineno} calls .{called}()"
            if called == "getattr" and len(node.args) > 1 and getattr(node.args[1], "value", None) in ATTRIBUTES:
                yield f"line {node.lineno} gets {node.args[1].value}"
            if called == "observe" and any(counts_all(inner) for inner in ast.walk(node)):
                yield f'line {node.lineno} observes count("*")'


def counts_all(node):
    is_count = isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", None)) == "count"
    return is_count and any(isinstance(one, ast.Constant) and one.value == "*" for one in node.args)


def captures(tree, text):
    """The global names that are pickled with functions that are handed to Spark, where they are none to pickle."""
    # The last definition of a name is the one that there is when a query starts.
    definitions = {node.name: node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    values = {}
    for node in tree.body:
        for target in targets_of(node):
            values.setdefault(target, []).append(node)
    globals_of = global_names(symtable.symtable(text, "notebook", "exec"))

    def needed(name, seen):
        """Names that are pickled with a global name, each with the way to it."""
        if name in seen:
            return
        seen.add(name)
        if name in GIVEN:
            yield [name]
        elif name in definitions:
            for inner in globals_of.get(name, ()):
                for way in needed(inner, seen):
                    yield [name, *way]
        elif name in values and any(made_with_session(node, set()) for node in values[name]):
            yield [f"{name} (a value made with the session)"]
        elif name in values:  # an instance is pickled with its class
            for inner in {one.id for node in values[name] for one in ast.walk(node) if isinstance(one, ast.Name)}:
                if isinstance(definitions.get(inner), ast.ClassDef) or inner in values:
                    for way in needed(inner, seen):
                        yield [name, *way]

    def made_with_session(node, seen):
        """Whether the session is named in what a value is made by, there or in a function that is called."""
        for one in ast.walk(node):
            if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load) and one.id not in seen:
                seen.add(one.id)
                if one.id == "spark":
                    return True
                if one.id in values and any(made_with_session(inner, seen) for inner in values[one.id]):
                    return True
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Name):
                called = definitions.get(one.func.id)
                if isinstance(called, ast.FunctionDef) and uses_session(one.func.id, set()):
                    return True
        return False

    def uses_session(name, seen):
        if name == "spark":
            return True
        if name in seen or not isinstance(definitions.get(name), ast.FunctionDef):
            return False
        seen.add(name)
        return any(uses_session(inner, seen) for inner in globals_of.get(name, ()))

    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", None)) in HANDED):
            continue
        for argument in [*node.args, *(word.value for word in node.keywords)]:
            for name in {one.id for one in ast.walk(argument) if isinstance(one, ast.Name)}:
                for way in needed(name, set()):
                    yield f"line {node.lineno} hands over {' → '.join(way)}"


def targets_of(node):
    given = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, (ast.AnnAssign, ast.AugAssign)) else []
    return [one.id for target in given for one in ast.walk(target) if isinstance(one, ast.Name)]


def global_names(table):
    """Of each function and class at the top level the names that it, and all within it, take from there."""

    def taken(scope):
        own = {one.get_name() for one in scope.get_symbols() if one.is_global() and one.is_referenced()}
        return own.union(*(taken(child) for child in scope.get_children()))

    return {child.get_name(): taken(child) for child in table.get_children()}


if __name__ == "__main__":
    main(json.load(sys.stdin))
