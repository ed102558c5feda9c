"""Runs emitted notebooks, unmodified, in one Spark session per notebook and one Spark for all of them.

Commands come as JSON lines on standard input, answers go as JSON lines to file descriptor 4. What a notebook prints is
an answer too (`printed`), so the two never mix.
"""

import json
import linecache
import os
import re
import sys
import threading
import time
import traceback

from notebook_forms import included, read_cells
from pairs import pairs
from rows import readable
from windowed import windowed
from workspace import NotebookExit, supplies

CHANNEL = 4


def main(settings):
    answers = Answers(os.fdopen(CHANNEL, "w", encoding="utf-8"))
    spark = start_spark(settings)
    answers.send(kind="ready")
    commands = {"run": run, "rows": rows, "exists": exists, "windowed": count_windowed, "pairs": count_pairs}
    for line in sys.stdin:
        command = json.loads(line)
        if command["command"] == "stop":
            break
        try:
            commands[command["command"]](spark, command, answers)
        except Exception as error:  # the session goes on: a bad command is the caller's, not the end of the process
            answers.send(kind="refused", error=f"{type(error).__name__}: {error}")
    spark.stop()


def start_spark(settings):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def run(spark, command, answers):
    for notebook in command["notebooks"]:
        answers.send(kind="started", notebook=notebook["name"])
        began = time.monotonic()
        try:
            run_notebook(spark.newSession(), notebook, answers)
        except Exception as error:
            answers.send(kind="failed", notebook=notebook["name"], error=cause(error), traceback=shown(error))
            return
        answers.send(kind="finished", notebook=notebook["name"], seconds=round(time.monotonic() - began, 3))
    answers.send(kind="done")


def run_notebook(session, notebook, answers):
    form, parameters = notebook["form"], notebook["parameters"]
    names, modules = supplies(form, parameters)
    # Named like a script, so that functions sent to Python workers are sent by value: no worker can import a notebook.
    namespace = {"__name__": "__main__", "spark": session, **names}
    console = sys.stdout
    sys.stdout = printed = Printed(notebook["name"], answers)
    sys.modules.update(modules)
    try:
        run_cells(notebook["path"], form, namespace, parameters if form == "synapse" else None)
    except NotebookExit:
        pass
    finally:
        for query in session.streams.active:
            query.stop()
        sys.stdout = console
        printed.finish()
        for name in modules:
            del sys.modules[name]


def run_cells(path, form, namespace, injected):
    """Cells in order, in one namespace. `injected`: parameters that go behind the tagged cell, or first without one."""
    cells = read_cells(path, form)
    title = os.path.splitext(os.path.basename(path))[0]
    if injected and not any(cell.kind == "parameters" for cell in cells):
        namespace.update(injected)
    for cell in cells:
        if cell.kind == "run":
            run_cells(included(cell.source, path, form), form, namespace, None)
            continue
        place = f"{title}, cell {cell.number}"
        # Without a time of change the lines stay in the cache, so that a traceback shows them.
        linecache.cache[place] = (len(cell.source), None, cell.source.splitlines(keepends=True), place)
        exec(compile(cell.source, place, "exec", dont_inherit=True), namespace)
        if cell.kind == "parameters" and injected:
            namespace.update(injected)


def rows(spark, command, answers):
    table = spark.read.format("delta").load(command["path"])
    columns = command.get("columns")
    answers.send(kind="rows", rows=readable(table.select(*columns) if columns else table))


def count_windowed(spark, command, answers):
    answers.send(kind="windowed", **windowed(spark, command))


def count_pairs(spark, command, answers):
    answers.send(kind="pairs", **pairs(spark, command))


def exists(spark, command, answers):
    answers.send(kind="exists", exists=os.path.isdir(os.path.join(command["path"], "_delta_log")))


def cause(error):
    """The line a person needs: of an error inside a batch it is Python's own, which Spark wraps twice."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    inner = [at for at, line in enumerate(lines) if "Traceback (most recent call last)" in line]
    raised = [line for line in lines[inner[0] + 1 :] if RAISED.match(line)] if inner else []
    if raised:
        return raised[0]
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__


# `ValueError: …`; not a frame (`File "…"`), not the code in it, not a frame of the JVM (`at …`).
RAISED = re.compile(r"^([A-Za-z_][\w.]*\.)?[A-Z]\w*(:|$)")


def shown(error):
    """The traceback from the first cell on: the runner's own frames say nothing about the notebook."""
    frames = traceback.extract_tb(error.__traceback__)
    first = next((at for at, frame in enumerate(frames) if ", cell " in frame.filename), 0)
    told = "".join(traceback.format_list(frames[first:])) + "".join(traceback.format_exception_only(error))
    return told if len(told) < 20_000 else told[:14_000] + "\n…\n" + told[-6_000:]


class Answers:
    """The channel to the caller. Batches print from other threads, so a line is written under a lock."""

    def __init__(self, file):
        self.file, self.lock = file, threading.Lock()

    def send(self, **answer):
        with self.lock:
            self.file.write(json.dumps(answer) + "\n")
            self.file.flush()


class Printed:
    """Stands in for standard output: whole lines become answers with the notebook's name."""

    encoding = "utf-8"

    def __init__(self, notebook, answers):
        self.notebook, self.answers = notebook, answers
        self.begun, self.lock = "", threading.Lock()

    def write(self, text):
        with self.lock:
            *whole, self.begun = (self.begun + text).split("\n")
        for line in whole:
            self.answers.send(kind="printed", notebook=self.notebook, line=line)
        return len(text)

    def flush(self):
        pass

    def finish(self):
        if self.begun:
            self.write("\n")

    def isatty(self):
        return False


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
