"""Notebooks side by side, as the jobs in the cloud run them: each query in a thread and a session of its own."""

import queue
import threading
import time

from notebook import failure, run_notebook, surroundings

PATIENCE = 20  # seconds that batches under way may take before they are given up; the next run makes them again


def run_beside(engine, command, answers, commands):
    """Runs notebooks until all have ended, one has failed, or the next command comes, which is the word to rest."""
    notebooks = command["notebooks"]
    sessions = [engine.new_session() for _ in notebooks]
    failures, resting = [], threading.Event()

    def run(session, notebook):
        # Jobs of one query do not wait for those of another.
        engine.session.sparkContext.setLocalProperty("spark.scheduler.pool", notebook["name"])
        began = time.monotonic()
        try:
            run_notebook(session, notebook)
        except Exception as error:
            if not resting.is_set():  # a batch that was given up says so as an error
                failures.append(failure(notebook, error))
            return
        answers.send(kind="finished", notebook=notebook["name"], seconds=round(time.monotonic() - began, 3))

    with surroundings(notebooks, command["name"], answers):
        threads = [threading.Thread(target=run, args=pair) for pair in zip(sessions, notebooks)]
        for thread, notebook in zip(threads, notebooks):
            answers.send(kind="started", notebook=notebook["name"])
            thread.start()
        while any(thread.is_alive() for thread in threads) and not failures and not has_word(commands):
            pass
        resting.set()
        rest(sessions, threads)
    answers.send(**(failures[0] if failures else {"kind": "done"}))


def has_word(commands):
    """Whether a command comes within half a second."""
    try:
        commands.get(timeout=0.5)
        return True
    except queue.Empty:
        return False


def rest(sessions, threads):
    """Ends all queries, between two batches where that can be waited for. One may only be starting, so it is looked again."""
    until = time.monotonic() + PATIENCE
    while any(thread.is_alive() for thread in threads):
        for query in [query for session in sessions for query in session.streams.active]:
            if not query.status["isTriggerActive"] or time.monotonic() > until:
                query.stop()
        time.sleep(0.1)
