"""Calls the function of `called/`, killed after one line more each time, until a call comes to its end; after each killed one it is called again.

    python3 killed_call.py APP LAKE    prints for each what stands in the lake after the killed call, and after the next one
"""

import json
import os
import shutil
import sys

app, lake = sys.argv[1:3]
sys.path.insert(0, app)

from shared_code.breaking import killed_after  # noqa: E402
from shared_code.shops import load  # noqa: E402

FOLDER = "shops/load=20261127T050000.000000Z-0a1b2c3d"
settings = {**os.environ, "LAKE": lake}


def call(lines):
    child = os.fork()
    if child == 0:
        if lines is not None:
            killed_after(lines)
        load(FOLDER, settings)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if status != 0:
        sys.exit(os.waitstatus_to_exitcode(status))
    return False


def standing():
    """The folders of loads: the files that can be seen, and what the note says."""
    found = {}
    for place, _, names in os.walk(os.path.join(lake, "shops")):
        if names or os.path.basename(place).startswith("load="):
            found[os.path.basename(place)] = {name: text_of(os.path.join(place, name)) for name in names if not name.startswith(".")}
    return found


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


for line in range(10_000):
    shutil.rmtree(lake, ignore_errors=True)
    killed = call(line)
    after = standing()
    call(None)
    print(json.dumps({"line": line, "killed": killed, "after": after, "again": standing()}))
    if not killed:
        break
