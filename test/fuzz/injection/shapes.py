"""The structure of Python texts, without what their constants say: reads a JSON list of texts, prints one of [structure, SQL in it]."""

import ast
import json
import re
import sys

# Calls whose text Spark reads as SQL.
SQL = {"expr", "sql", "where", "filter", "selectExpr", "having", "execute"}


def shaped(text):
    plain = re.sub(r"^(%\S*).*$", r"magic('\1')", text, flags=re.MULTILINE) if text.lstrip().startswith("%") else text
    try:
        tree = ast.parse(plain)
    except (SyntaxError, ValueError) as error:
        return [f"no Python: {error}", []]
    sql = [
        constant.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in SQL
        for argument in node.args
        for constant in ast.walk(argument)
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.value = type(node.value).__name__
    return [ast.dump(tree), sql]


json.dump([shaped(text) for text in json.load(sys.stdin)], sys.stdout)
