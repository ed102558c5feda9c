"""A load of movie lists: what the API has now, in a folder of its own, and an event that tells of it.

Whoever reads takes a folder for a load if it has `_load.json`, which is written last: a load that was broken off anywhere
before leaves nothing that counts. No load changes another one.
"""

import json
import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timezone

from shared_code.events import post_event
from shared_code.http_json import get_json
from shared_code.store import open_store

NOTE = "_load.json"


@dataclass(frozen=True)
class Settings:
    """The app's settings."""

    api: str
    api_token: str = field(repr=False)
    lists: tuple
    pages: int
    """How many pages of a list are read at most."""
    lake: str
    topic: str
    topic_key: str = field(repr=False)

    @staticmethod
    def of(values):
        names = ("MOVIE_API", "MOVIE_API_TOKEN", "MOVIE_LISTS", "MOVIE_PAGES", "LAKE", "LOADED_TOPIC", "LOADED_TOPIC_KEY")
        missing = [name for name in names if not values.get(name)]
        if missing:
            raise ValueError(f"App settings are missing: {', '.join(missing)}")
        lists = tuple(name.strip() for name in values["MOVIE_LISTS"].split(","))
        for name in lists:
            # It becomes part of a path, there and here.
            if not re.fullmatch(r"[a-z][a-z_]*", name):
                raise ValueError(f"MOVIE_LISTS: {name!r} is no name of a list")
        pages = int(values["MOVIE_PAGES"])
        if pages < 1:
            # Lists without a page are no lists, and would take the place of those that were loaded before.
            raise ValueError(f"MOVIE_PAGES: {pages} is no number of pages")
        return Settings(
            api=values["MOVIE_API"].rstrip("/"),
            api_token=values["MOVIE_API_TOKEN"],
            lists=lists,
            pages=pages,
            lake=values["LAKE"],
            topic=values["LOADED_TOPIC"],
            topic_key=values["LOADED_TOPIC_KEY"],
        )


def load(settings):
    """Reads the lists, writes them and tells of them; an error means that it is to be called again. Gives the folder and its files."""
    lists = {name: read_list(settings, name) for name in settings.lists}
    if not any(lists.values()):
        # One list can be empty. If all are, the API is at fault, and this would take the place of what was loaded before.
        raise ValueError(f"The API has no movie in any of the lists {', '.join(sorted(lists))}")
    store = open_store(settings.lake)
    folder = f"tmdb/{folder_name(datetime.now(timezone.utc))}"
    files = []
    for name, results in sorted(lists.items()):
        line = json.dumps({"list": name, "results": results}, ensure_ascii=False).encode() + b"\n"
        store.write(f"{folder}/{name}.json", line)
        files.append({"name": f"{name}.json", "length": len(line)})
    store.write(f"{folder}/{NOTE}", json.dumps({"files": files}).encode())
    # From here on the load counts, whether the event arrives or not.
    post_event(settings.topic, settings.topic_key, "MovieListLoaded", subject=folder, data={"folder": folder})
    return {"folder": folder, "files": files}


def folder_name(now):
    """Names rise with time, and no two loads have the same."""
    return f"load={now.strftime('%Y%m%dT%H%M%S.%fZ')}-{secrets.token_hex(4)}"


def read_list(settings, name):
    """All movies of a list, each once, as the API writes them: https://developer.themoviedb.org/reference/movie-popular-list

    The list may change while its pages are read, and a movie that has moved to a later page comes again: then the first one stays.
    """
    results, seen, page, pages = [], set(), 1, 1
    while page <= min(pages, settings.pages):
        answer = get_json(f"{settings.api}/movie/{name}?page={page}", settings.api_token)
        if not isinstance(answer, dict) or not isinstance(answer.get("results"), list) or not isinstance(answer.get("total_pages"), int):
            raise ValueError(f"Page {page} of the list {name} is not as the API promises")
        for movie in answer["results"]:
            known = id_of(movie)
            # What has no id is kept as it is, for the table to tell of.
            if known is None or known not in seen:
                results.append(movie)
                seen.add(known)
        pages = answer["total_pages"]
        page += 1
    return results


def id_of(movie):
    """As text, whatever it is; None: it has none."""
    found = movie.get("id") if isinstance(movie, dict) else None
    return None if found is None else json.dumps(found)
