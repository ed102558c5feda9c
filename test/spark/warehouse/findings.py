"""Says of each statement whether sqlfluff reads it as T-SQL: a JSON list of texts on standard input, a list of findings for each on standard output."""

import json
import sys

from sqlfluff.core import FluffConfig, Linter

linter = Linter(config=FluffConfig(overrides={"dialect": "tsql", "large_file_skip_byte_limit": 0}))


def findings(text):
    parsed = linter.parse_string(text)
    return [violation.desc() for violation in parsed.violations]


json.dump([findings(text) for text in json.load(sys.stdin)], sys.stdout)
