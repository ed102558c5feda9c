"""What the table of genres must hold after an archive was read: worked out in plain Python, from the archive alone."""

import csv
import io
import json
import sys
import zipfile


def genres(path):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            for row in csv.DictReader(io.StringIO(archive.read(name).decode())):
                if row["genres"] == "":
                    continue  # an empty cell is null, and null has no parts
                for genre in row["genres"].split(","):
                    yield [row["tconst"], row["primary_title"] or None, genre.strip(" ")]


print(json.dumps(sorted(genres(sys.argv[1]), key=str)))
