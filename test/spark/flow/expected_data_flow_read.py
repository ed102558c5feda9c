"""What gold.rated must hold when the files of titles and ratings were read: worked out in plain Python, from the files alone."""

import csv
import json
import sys

folder = sys.argv[1]


def rows(name):
    with open(f"{folder}/{name}/{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


pairs = [(row["id"], genre.strip(" ")) for row in rows("titles") if row["genres"] != "" for genre in row["genres"].split(",")]
rated = {row["id"] for row in rows("ratings") if row["votes"] != ""}
print(json.dumps([[id, genre] for id, genre in pairs if id in rated]))
