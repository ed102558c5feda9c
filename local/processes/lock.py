"""Holds an exclusive lock on a file until its standard input ends, so also when whoever asked for it is killed.

The kernel gives the lock back with the process: there is no stale lock, and nobody to guess whether one is stale.
Says `held` when it has it; before that `busy` and what the holder wrote into the file, and then waits, or ends.
"""

import fcntl
import os
import sys
import threading


def hold(path, note, waits):
    file = open(path, "a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        print("busy", file.read().strip(), flush=True)
        if not waits:
            return
        fcntl.flock(file, fcntl.LOCK_EX)
    file.truncate(0)
    file.write(note)
    file.flush()
    print("held", flush=True)
    threading.Event().wait()


def end_with_input():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_input, daemon=True).start()
hold(path=sys.argv[1], note=sys.argv[2], waits=sys.argv[3] == "wait")
