"""What notebooks say: answers on the channel to the caller, and their own print as answers."""

import json
import threading


class Answers:
    """The channel to the caller. Batches print from other threads, so a line is written under a lock."""

    def __init__(self, file):
        self.file, self.lock = file, threading.Lock()

    def send(self, **answer):
        with self.lock:
            self.file.write(json.dumps(answer) + "\n")
            self.file.flush()


class Printed:
    """Stands in for standard output: whole lines become answers. Each thread has a line of its own, so none runs into another."""

    encoding = "utf-8"

    def __init__(self, notebook, answers):
        self.notebook, self.answers = notebook, answers
        self.begun, self.lock = {}, threading.Lock()

    def write(self, text):
        thread = threading.get_ident()
        with self.lock:
            *whole, begun = (self.begun.pop(thread, "") + text).split("\n")
            if begun:
                self.begun[thread] = begun
        for line in whole:
            self.answers.send(kind="printed", notebook=self.notebook, line=line)
        return len(text)

    def flush(self):
        pass

    def finish(self):
        with self.lock:
            left = list(self.begun.values())
            self.begun.clear()
        for line in left:
            self.answers.send(kind="printed", notebook=self.notebook, line=line)

    def isatty(self):
        return False
