"""Runs a load again and again in processes that are killed, each after one line more than the one before, until one comes to its end.

Prints, for each, what stands in the lake then, and how many events have arrived at the topic.
"""

import json
import os
import shutil
import signal
import sys

app, lake, counter = sys.argv[1:4]
sys.path.insert(0, app)

from shared_code.movie_lists import Settings, load  # noqa: E402

settings = Settings.of({**os.environ, "LAKE": lake})


def run_until(line):
    """As the kernel kills: nothing is cleaned up. Only lines of the app count."""
    left = line

    def trace(frame, event, _):
        nonlocal left
        if not frame.f_code.co_filename.startswith(app):
            return None
        if event == "line":
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
    load(settings)
    os._exit(0)


def standing():
    """The loads: which of their files are there, by length, and what the note says of them."""
    found = []
    for folder, _, names in os.walk(os.path.join(lake, "tmdb")):
        if os.path.basename(folder).startswith("load="):
            lengths = {name: os.path.getsize(os.path.join(folder, name)) for name in names if not name.startswith(".")}
            note = None
            if "_load.json" in names:
                with open(os.path.join(folder, "_load.json"), encoding="utf-8") as file:
                    note = json.load(file)
            found.append({"lengths": lengths, "note": note})
    return found


def posted():
    with open(counter, encoding="utf-8") as file:
        return len(file.read())


for line in range(10_000):
    shutil.rmtree(lake, ignore_errors=True)
    before = posted()
    child = os.fork()
    if child == 0:
        run_until(line)
    _, status = os.waitpid(child, 0)
    print(json.dumps({"line": line, "killed": os.WIFSIGNALED(status), "loads": standing(), "events": posted() - before}))
    if not os.WIFSIGNALED(status):
        sys.exit(os.waitstatus_to_exitcode(status))
