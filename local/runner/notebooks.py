"""Runs emitted notebooks, unmodified, in one Spark session per notebook and one Spark for all of them: in order, or side by side.

Commands come as JSON lines on standard input, answers go as JSON lines to file descriptor 4. What a notebook prints is
an answer too (`printed`), so the two never mix.
"""

import json
import os
import queue
import sys
import threading
import time

from append import append
from beside import run_beside
from classic import ClassicSpark
from connect import ConnectSpark
from data_flow import run_data_flow
from notebook import failure, run_notebook, surroundings
from pairs import pairs
from parquet import write_parquet
from printed import Answers
from rows import readable
from unzip import unzip
from windowed import windowed

CHANNEL = 4


def main(api, settings):
    answers = Answers(os.fdopen(CHANNEL, "w", encoding="utf-8"))
    engine = {"classic": ClassicSpark, "connect": ConnectSpark}[api](settings)
    answers.send(kind="ready")
    commands = queue.Queue()  # read apart, so that one that takes long hears the next
    threading.Thread(target=read_commands, args=(commands,), daemon=True).start()
    handlers = {
        "run": run,
        "run_beside": lambda *given: run_beside(*given, commands),
        "rest": lambda *_: None,  # nothing runs any more
        "rows": rows,
        "exists": exists,
        "append": append_file,
        "parquet": write_parquet_file,
        "data_flow": data_flow,
        "unzip": unzip_archive,
        "windowed": count_windowed,
        "pairs": count_pairs,
    }
    while (command := commands.get())["command"] != "stop":
        try:
            handlers[command["command"]](engine, command, answers)
        except Exception as error:  # the session goes on: a bad command is the caller's, not the end of the process
            answers.send(kind="refused", error=f"{type(error).__name__}: {error}")
    engine.stop()


def read_commands(commands):
    for line in sys.stdin:
        commands.put(json.loads(line))
    commands.put({"command": "stop"})


def run(engine, command, answers):
    for notebook in command["notebooks"]:
        answers.send(kind="started", notebook=notebook["name"])
        began = time.monotonic()
        try:
            with surroundings([notebook], notebook["name"], answers):
                run_notebook(engine.new_session(), notebook)
        except Exception as error:
            answers.send(**failure(notebook, error))
            return
        answers.send(kind="finished", notebook=notebook["name"], seconds=round(time.monotonic() - began, 3))
    answers.send(kind="done")


def rows(engine, command, answers):
    table = engine.session.read.format("delta").load(command["path"])
    columns = command.get("columns")
    answers.send(kind="rows", rows=readable(table.select(*columns) if columns else table))


def count_windowed(engine, command, answers):
    answers.send(kind="windowed", **windowed(engine.session, command))


def count_pairs(engine, command, answers):
    answers.send(kind="pairs", **pairs(engine.session, command))


def append_file(engine, command, answers):
    answers.send(**append(engine.session, command))


def write_parquet_file(engine, command, answers):
    write_parquet(engine.new_session(), command["path"], command["columns"], command["cells"])
    answers.send(kind="done")


def data_flow(engine, command, answers):
    reason = run_data_flow(engine.new_session(), command)
    answers.send(**({"kind": "done"} if reason is None else {"kind": "unfit", "reason": reason}))


def unzip_archive(engine, command, answers):
    reason = unzip(command["archive"], command["folder"])
    answers.send(**({"kind": "done"} if reason is None else {"kind": "unfit", "reason": reason}))


def exists(engine, command, answers):
    answers.send(kind="exists", exists=os.path.isdir(os.path.join(command["path"], "_delta_log")))


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]))
