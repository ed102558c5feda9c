"""A PostgreSQL server of its own, for one list of steps: JSON on standard input, what each came to as JSON on standard output.

    server.py MODULES HOME FOLDER

A step is {"script", "user"?}: statements in one text, as its user (a superuser if none is said), which answers null or its error;
{"query"}: rows; {"attempts"}: [role, statement] each, tried under that role and rolled back, which answers null for what is allowed
and the SQLSTATE of what is refused.
"""

import json
import os
import signal
import sys

sys.path.insert(0, sys.argv[1])
import postgres  # noqa: E402
from pg8000.exceptions import DatabaseError, InterfaceError  # noqa: E402
from pg8000.native import Connection  # noqa: E402

DATABASE = "shop"


def connect(server, user):
    return Connection(user, database=DATABASE, unix_sock=os.path.join(server.place, ".s.PGSQL.5432"))


def error_of(error):
    about = error.args[0]
    return {"code": about["C"], "message": about["M"]} if isinstance(about, dict) else {"code": "", "message": str(error)}


def script(server, text, user):
    try:
        connection = connect(server, user)
    except (DatabaseError, InterfaceError) as error:
        return error_of(error)
    try:
        connection.run(text)
        return None
    except DatabaseError as error:
        return error_of(error)
    finally:
        connection.close()


def attempts(connection, tried):
    found = []
    for role, statement in tried:
        connection.run('ROLLBACK; BEGIN; SET LOCAL ROLE "%s"' % role.replace('"', '""'))
        try:
            connection.run(statement)
            found.append(None)
        except DatabaseError as error:
            found.append(error.args[0]["C"])
    connection.run("ROLLBACK")
    return found


def main(home, folder):
    os.makedirs(folder, exist_ok=True)
    steps = json.load(sys.stdin)
    server = postgres.Server(home, folder)
    try:
        first = server.connect("postgres")
        first.run(f"CREATE DATABASE {DATABASE}")
        first.close()
        own = connect(server, postgres.USER)
        results = []
        for step in steps:
            if "attempts" in step:
                results.append(attempts(own, step["attempts"]))
            elif "query" in step:
                results.append([list(row) for row in own.run(step["query"])])
            else:
                results.append(script(server, step["script"], step.get("user") or postgres.USER))
        own.close()
        json.dump(results, sys.stdout, default=str)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        server.stop()


if __name__ == "__main__":
    main(sys.argv[2], sys.argv[3])
