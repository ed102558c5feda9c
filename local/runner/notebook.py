"""One emitted notebook, run unmodified: its cells in order, in one namespace."""

import contextlib
import linecache
import os
import re
import sys
import traceback

from notebook_forms import included, read_cells
from printed import Printed
from workspace import NotebookExit, supplies


@contextlib.contextmanager
def surroundings(notebooks, printing_as, answers):
    """While it lasts, what notebooks print is an answer, and they find the modules that a workspace has."""
    console = sys.stdout
    sys.stdout = printed = Printed(printing_as, answers)
    modules = {name: module for notebook in notebooks for name, module in supplies(notebook["form"], notebook["parameters"])[1].items()}
    sys.modules.update(modules)
    try:
        yield
    finally:
        sys.stdout = console
        printed.finish()
        for name in modules:
            del sys.modules[name]


def run_notebook(session, notebook):
    """Runs its cells; within `surroundings`. What it leaves running is ended."""
    form, parameters = notebook["form"], notebook["parameters"]
    names, _ = supplies(form, parameters)
    # Named like a script, so that functions sent to Python workers are sent by value: no worker can import a notebook.
    namespace = {"__name__": "__main__", "spark": session, **names}
    try:
        run_cells(notebook["path"], form, namespace, parameters if form == "synapse" else None)
    except NotebookExit:
        pass
    finally:
        for query in session.streams.active:
            query.stop()


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


def failure(notebook, error):
    """The answer that a notebook has failed."""
    return {"kind": "failed", "notebook": notebook["name"], "error": cause(error), "traceback": shown(error)}
