"""Says of each statement whether sqlfluff reads it, as T-SQL or as the dialect that is named: a JSON list of texts on standard input, a list of findings for each on standard output."""

import json
import sys

from sqlfluff.core import FluffConfig, Linter

# What stands in braces is T-SQL too, and no template.
linter = Linter(config=FluffConfig(overrides={"dialect": sys.argv[1] if len(sys.argv) > 1 else "tsql", "templater": "raw", "large_file_skip_byte_limit": 0}))


def findings(text):
    parsed = linter.parse_string(text)
    return [violation.desc() for violation in parsed.violations]


json.dump([findings(text) for text in json.load(sys.stdin)], sys.stdout)
