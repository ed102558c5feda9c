"""What the table of movies must hold after a wave: worked out in plain Python, from what the API had then alone."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    api = json.load(file)
rows = []
for path, pages in api.items():
    for page in pages:
        for movie in page["results"]:
            rows.append([path.split("/")[-1], str(movie["id"]), movie.get("title"), movie.get("vote_average")])
print(json.dumps(rows))
