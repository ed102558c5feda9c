"""Loads the shops into the folder that it is told, and answers when they are there."""

import json
import os

from shared_code.breaking import broken
from shared_code.shops import load


def main(request):
    if broken(os.environ["BREAK"]):
        return json.dumps({"id": "0", "statusQueryGetUri": "http://127.0.0.1/later"})
    return json.dumps(load(request.get_json()["folder"], os.environ))
