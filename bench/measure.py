"""Runs a command and prints as JSON what it cost and said: seconds, megabytes, standard output.

CPU is user and system time of the process with all its children; rss is the peak of the largest of them.
https://docs.python.org/3/library/os.html#os.wait4
"""

import json
import os
import sys
import time

reader, writer = os.pipe()
begun = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, writer, 1)])
os.close(writer)
with open(reader) as stream:
    output = stream.read()
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - begun
# Linux counts kilobytes, macOS bytes.
megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
print(
    json.dumps(
        {
            "status": os.waitstatus_to_exitcode(status),
            "wall": wall,
            "cpu": used.ru_utime + used.ru_stime,
            "rss": used.ru_maxrss / megabyte,
            "output": output,
        }
    )
)
