"""Loads the movie lists each morning. A load that fails is made anew the next time."""

import os

from shared_code.movie_lists import Settings, load


def main(timer):
    load(Settings.of(os.environ))
