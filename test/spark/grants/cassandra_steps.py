"""Takes steps on a Cassandra server, and prints what each came to: see cassandra-server.ts."""

import json
import os
import subprocess
import sys
import tempfile
from collections import deque

from cassandra import Unauthorized
from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import Cluster, EXEC_PROFILE_DEFAULT, ExecutionProfile

shell, port = sys.argv[1], int(sys.argv[2])
sessions = {}


def session_of(user, password):
    if user not in sessions:
        cluster = Cluster(
            ["127.0.0.1"],
            port=port,
            auth_provider=PlainTextAuthProvider(user, password),
            protocol_version=5,
            execution_profiles={EXEC_PROFILE_DEFAULT: ExecutionProfile(request_timeout=60)},
            schema_metadata_enabled=False,
            token_metadata_enabled=False,
        )
        sessions[user] = cluster.connect()
    return sessions[user]


def outcome(future):
    try:
        future.result()
        return None
    except Unauthorized:
        return "Unauthorized"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def attempted(attempts):
    """What each came to; few are under way at a time."""
    outcomes, waiting = [], deque()
    for user, statement in attempts:
        if len(waiting) == 32:
            outcomes.append(outcome(waiting.popleft()))
        waiting.append(session_of(user, f"of {user}").execute_async(statement))
    return outcomes + [outcome(one) for one in waiting]


def taken(step):
    if "attempts" in step:
        return attempted(step["attempts"])
    if "cqlsh" in step:
        with tempfile.TemporaryDirectory() as folder:
            script = os.path.join(folder, "plant.cql")
            with open(script, "w", encoding="utf-8") as file:
                file.write(step["script"])
            user = step["cqlsh"][step["cqlsh"].index("-u") + 1]
            command = [sys.executable, shell, *step["cqlsh"], "-p", f"of {user}", "-f", script]
            done = subprocess.run(command, input="", capture_output=True, text=True)
        return {"code": done.returncode, "out": done.stdout, "errors": done.stderr}
    admin = session_of("cassandra", "cassandra")
    if "query" in step:
        return sorted([str(value) for value in row] for row in admin.execute(step["query"]))
    return [outcome(admin.execute_async(one)) for one in step["statements"]]


print(json.dumps([taken(step) for step in json.load(sys.stdin)]))
for one in sessions.values():
    one.cluster.shutdown()
