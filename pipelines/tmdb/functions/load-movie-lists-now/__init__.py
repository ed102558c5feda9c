"""Loads the movie lists when it is asked to, and answers with what it has written."""

import json
import os

from shared_code.movie_lists import Settings, load


def main(request):
    return json.dumps(load(Settings.of(os.environ)))
