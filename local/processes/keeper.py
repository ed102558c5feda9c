"""Runs a command for as long as whoever asked for it lives, and never beside a forgotten one of its kind.

    keeper.py RECORD COMMAND...

It must lead a session of its own. File descriptor 3 is a pipe whose other end only the asker has: when that end closes
without a word, the asker is dead (`kill -9` too), and all of the session is killed. A line `stop` asks for a clean end.
RECORD names the session on disk: should this process be killed as well, the next keeper of the same record finds what
was left behind and kills it before it starts. Standard input, output and file descriptor 4 are the command's.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time

WATCH, CHANNEL = 3, 4
PATIENCE = 15  # seconds that a clean end may take


def main(record, command):
    kill_session(left_behind(record))
    remember(record)
    has_channel = is_open(CHANNEL)
    child = subprocess.Popen(command, pass_fds=[CHANNEL] if has_channel else [])
    threading.Thread(target=watch, args=[child], daemon=True).start()
    if has_channel:
        os.close(CHANNEL)
    code = child.wait()
    kill_session(os.getpid(), but=os.getpid())
    os.remove(record)
    sys.exit(code if code >= 0 else 128 - code)


def watch(child):
    with os.fdopen(WATCH) as words:
        if words.readline().strip() == "stop":
            child.terminate()
            time.sleep(PATIENCE)
    kill_session(os.getpid(), but=os.getpid())
    os._exit(1)


def remember(record):
    session = {"session": os.getpid(), "started": started(os.getpid()), "boot": boot()}
    with open(f"{record}.new", "w") as file:
        json.dump(session, file)
    os.replace(f"{record}.new", record)


def left_behind(record):
    """The session of an earlier keeper, if it can still be that one: a number may be another's after a while."""
    try:
        with open(record) as file:
            was = json.load(file)
    except (FileNotFoundError, ValueError):
        return None
    # While a process of the session lives, its number is given to nobody else; so a leader that is gone proves nothing.
    same = was["boot"] == boot() and started(was["session"]) in (None, was["started"])
    return was["session"] if same else None


def kill_session(session, but=None):
    if session is None:
        return
    for _ in range(100):
        members = [pid for pid in members_of(session) if pid != but]
        if not members:
            return
        for pid in members:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.05)


def members_of(session):
    if not os.path.isdir("/proc/self"):
        listed = subprocess.run(["ps", "-A", "-o", "pid=,pgid=,stat="], capture_output=True, text=True).stdout
        rows = [line.split() for line in listed.splitlines()]
        return [int(pid) for pid, group, state in rows if int(group) == session and not state.startswith("Z")]
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            fields = stat(name)
            if fields and int(fields[3]) == session and fields[0] != "Z":
                found.append(int(name))
    return found


def started(pid):
    fields = stat(pid)
    if fields:
        return None if fields[0] == "Z" else fields[19]
    if os.path.isdir("/proc/self"):
        return None
    return subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True).stdout.strip() or None


def stat(pid):
    """What stands behind the name in /proc/PID/stat, from the state on; None if there is no such process."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def boot():
    try:
        with open("/proc/sys/kernel/random/boot_id") as file:
            return file.read().strip()
    except FileNotFoundError:
        return subprocess.run(["sysctl", "-n", "kern.boottime"], capture_output=True, text=True).stdout.strip()


def is_open(descriptor):
    try:
        os.fstat(descriptor)
        return True
    except OSError:
        return False


if __name__ == "__main__":
    main(record=sys.argv[1], command=sys.argv[2:])
