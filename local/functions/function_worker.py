"""Runs one function of an app once, as the Python worker of Azure Functions does with functions that have a function.json.

One line of JSON on standard input says which: `app` (the app's folder), `script`, `entry`, `argument` (the name by which the entry takes
what triggers it), and `timer` or `request`. What comes of it is one line on file descriptor 3. When standard input closes, whoever asked is gone, and so is the function.
"""

import base64
import importlib.util
import json
import os
import sys
import threading
import traceback


class Timer:
    """https://learn.microsoft.com/python/api/azure-functions/azure.functions.timerrequest"""

    def __init__(self, past_due):
        self.past_due = past_due


class Request:
    """https://learn.microsoft.com/python/api/azure-functions/azure.functions.httprequest, without forms and files."""

    def __init__(self, method, url, headers, params, body):
        self.method, self.url, self.headers, self.params, self.route_params = method, url, headers, params, {}
        self._body = base64.b64decode(body)

    def get_body(self):
        return self._body

    def get_json(self):
        return json.loads(self._body)


def answer_of(returned):
    """What an HTTP function returns: nothing, a text or bytes, or an answer with a status."""
    if returned is None:
        return {"status": 204, "type": None, "text": ""}
    if isinstance(returned, str):
        return {"status": 200, "type": "text/plain; charset=utf-8", "text": returned}
    if isinstance(returned, bytes):
        return {"status": 200, "type": "application/octet-stream", "text": returned.decode()}
    if hasattr(returned, "get_body") and hasattr(returned, "status_code"):
        text = returned.get_body().decode(returned.charset or "utf-8")
        return {"status": returned.status_code, "type": returned.mimetype, "text": text}
    raise TypeError(f"an HTTP function returns a text, bytes or an HttpResponse, not {type(returned).__name__}")


def call(order):
    # As in the cloud the app's folder is where absolute imports begin.
    sys.path.insert(0, order["app"])
    spec = importlib.util.spec_from_file_location("called_function", order["script"])
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    entry = getattr(module, order["entry"])
    if "timer" not in order:
        return answer_of(entry(**{order["argument"]: Request(**order["request"])}))
    entry(**{order["argument"]: Timer(**order["timer"])})
    return None


def end_with_caller():
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    wanted = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=end_with_caller, daemon=True).start()
    sys.dont_write_bytecode = True
    try:
        outcome = {"kind": "returned", "answer": call(wanted)}
    except Exception as error:
        traceback.print_exc()  # into the log
        sys.stderr.flush()
        outcome = {"kind": "failed", "error": f"{type(error).__name__}: {error}"}
    with os.fdopen(3, "w") as channel:
        channel.write(json.dumps(outcome) + "\n")
    sys.stdout.flush()
    os._exit(0)
