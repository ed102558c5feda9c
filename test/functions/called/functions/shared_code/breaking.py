"""What the tests break: the file BREAK has a word for each call to come."""

import os
import signal
import sys


def broken(path):
    """`at once`: the call is to be answered before anything is loaded. A number: after so many lines its process is killed."""
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8") as file:
        word, *others = file.read().splitlines()
    if others:
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(others))
    else:
        os.unlink(path)
    if word == "at once":
        return True
    killed_after(int(word))
    return False


def killed_after(left):
    """As the kernel kills: nothing is cleaned up. Only lines of the load count."""

    def trace(frame, event, _):
        nonlocal left
        if not frame.f_code.co_filename.endswith("shops.py"):
            return None
        if event == "line":
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)
