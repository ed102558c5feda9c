"""What views of landed lines of JSON must show, calculated from the files as they stand in the lake, in plain Python: rows as JSON on standard output.

    landed_lines_expected.py FOLDER

FOLDER: has a folder `landing=<number>` for each landing, with a file `rows.json`.
"""

import datetime
import decimal
import json
import pathlib
import sys

number = {"parse_int": str, "parse_float": str}


def time(text):
    found = datetime.datetime.fromisoformat(text)
    return (found.astimezone(datetime.timezone.utc).replace(tzinfo=None) if found.tzinfo else found).isoformat(timespec="microseconds")


cells = {
    "id": str,
    "seats": str,
    "guest": str,
    "paid": lambda value: "1" if value else "0",
    "spent": lambda text: str(decimal.Decimal(text).quantize(decimal.Decimal("0.01"))),
    "weight": lambda text: str(float(text)),
    "day": lambda text: text[:10],
    "at": time,
}
visits = []
for file in sorted(pathlib.Path(sys.argv[1]).glob("landing=*/rows.json")):
    landing = str(int(file.parent.name.removeprefix("landing=")))
    for line in file.read_bytes().decode().split("\n"):
        if line.strip() == "":
            continue
        row = json.loads(line, **number)
        visits.append([None if row.get(name) is None else cell(row[name]) for name, cell in cells.items()] + [landing])
landings = sorted({row[8] for row in visits})
paid = [[row[8], row[0], None if row[2] is None else row[2] + "!", None if row[6] is None else str(int(row[6][:4]))] for row in visits if row[3] == "1"]
counted = [[landing, str(sum(row[8] == landing for row in visits))] for landing in landings]
json.dump({"visits.landed_visits": visits, "reports.by_landing": counted, "reports.paid": paid}, sys.stdout)
