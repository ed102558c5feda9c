"""What the tables of the films' project must hold, from its sample files alone.

    python3 landed_json.py SAMPLES    prints {table: rows}
"""
import glob
import gzip
import json
import os
import sys
import zipfile
from decimal import Decimal


def objects(text):
    return [json.loads(line) for line in text.lstrip("\ufeff").split("\n") if line.strip() != ""]


def main(samples):
    found = lambda pattern: sorted(glob.glob(os.path.join(samples, pattern)))
    lists = objects(open(found("lists-*.json")[-1], encoding="utf-8").read())
    films = [[one["list"], str(film["id"]), film.get("title"), film.get("vote_average")] for one in lists for film in one.get("results") or []]
    visits, kept = {}, []
    for path in found("visits-*.json.gz"):
        for one in objects(gzip.open(path, "rt", encoding="utf-8", newline="").read()):
            spent = one.get("spent")
            row = {"visit_id": one["visit_id"], "at": one.get("at"), "tags": one.get("tags"), "place": one.get("place")}
            row["spent"] = None if spent is None else str(Decimal(str(spent)).quantize(Decimal("0.01")))
            if row["at"] is None:
                kept.append(row["visit_id"])
            elif row["visit_id"] > 0 and (row["visit_id"] not in visits or row["at"] >= visits[row["visit_id"]]["at"]):
                visits[row["visit_id"]] = row
    archived = []
    with zipfile.ZipFile(found("archived-*.zip")[-1]) as archive:
        for name in archive.namelist():
            archived += [[one["film"], one.get("year")] for one in objects(archive.read(name).decode("utf-8"))]
    rows = [visits[number] for number in sorted(visits)]
    place = lambda row: None if row["place"] is None else {"city": row["place"].get("city"), "seat": row["place"].get("seat")}
    merged = [[row["visit_id"], row["at"], row["spent"], row["tags"], place(row)] for row in rows]
    print(json.dumps({"films": sorted(films, key=lambda row: row[1]), "visits": merged, "aside": kept, "archived": sorted(archived, key=lambda row: row[0])}))


main(*sys.argv[1:])
