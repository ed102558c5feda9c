"""A Spark that computes expressions as it is asked, with ANSI off and on, until nothing more is asked.

It says a line of JSON when it is ready, and answers each line with one:
ask      {table: {schema, rows}} makes the table that expressions are computed over, anew
answer   the number of its rows
ask      {expressions: [{sql, aggregate}], ansi: ["false", "true"], backwards?: true} computes; backwards: with the last row first
answer   {"false": [...], "true": [...]}, each {type, nullable, values} or {error}
`values` is one text per row, or per group in the order of `part`, as evaluate.py prints it.
"""

import json
import os
import sys

from evaluate import all_results, session, table_of


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what Spark says is no answer
    spark = session({**json.loads(sys.argv[1]), "spark.sql.debug.maxToStringFields": "5"})
    tables: list = []

    def say(answer: object) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    say("ready")
    for line in sys.stdin:
        asked = json.loads(line)
        if "table" in asked:
            for table in tables:
                table.unpersist()
            spark.conf.set("spark.sql.ansi.enabled", "false")
            schema, rows = asked["table"]["schema"], asked["table"]["rows"]
            tables = [table_of(spark, schema, rows), table_of(spark, schema, rows[::-1])]
            say(tables[0].count())
            continue
        results = {}
        for ansi in asked["ansi"]:
            spark.conf.set("spark.sql.ansi.enabled", ansi)
            results[ansi] = all_results(tables["backwards" in asked], asked["expressions"])
        say(results)


if __name__ == "__main__":
    main()
