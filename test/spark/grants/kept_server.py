"""A PostgreSQL server of its own that asks its users for their passwords, until standard input ends.

    kept_server.py MODULES HOME FOLDER

The first line of standard output is the folder of its socket. Each line of standard input is JSON: {"script"}: statements in one text, as a
superuser, which answers null or its error; {"query"}: rows; {"attempts"}: as server.py has them. A line of output for each.
"""

import json
import os
import signal
import sys

sys.path.insert(0, sys.argv[1])
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import postgres  # noqa: E402
import server as steps  # noqa: E402

RULES = "local all sluice trust\\nlocal all all scram-sha-256\\n"


def say(value):
    print(json.dumps(value, default=str), flush=True)


def main(home, folder):
    os.makedirs(folder, exist_ok=True)
    server = postgres.Server(home, folder)
    try:
        first = server.connect("postgres")
        first.run(f"CREATE DATABASE {steps.DATABASE}")
        rules = os.path.join(server.data, "pg_hba.conf")
        first.run(f"COPY (SELECT unnest(string_to_array(rtrim(E'{RULES}', E'\\n'), E'\\n'))) TO '{rules}'")
        first.run("SELECT pg_reload_conf()")
        first.close()
        own = steps.connect(server, postgres.USER)
        say(server.place)
        for line in sys.stdin:
            step = json.loads(line)
            if "attempts" in step:
                say(steps.attempts(own, step["attempts"]))
            elif "query" in step:
                say([list(row) for row in own.run(step["query"])])
            else:
                say(steps.script(server, step["script"], postgres.USER))
        own.close()
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        server.stop()


main(sys.argv[2], sys.argv[3])
