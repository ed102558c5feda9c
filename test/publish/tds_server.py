"""A server by the protocol of SQL Server that keeps the batches which its databases are given, until standard input ends.

    tds_server.py PLACE CERTIFICATE KEY AUDIENCE USERS

Each line of standard input is JSON: {"fail": {text: [number, line, procedure, message]}}: batches that have such a text fail from now on;
{"rows": {database: rows}}: what a query of
differences tells there; {"log": true}: all other batches since the last time, each with its database; {"end": true}: what each database has, by what was first run there;
{"refused": true}: whom nobody let in, and why. A line of output for each.
"""

import json
import sys

import tds


def main(place, cert, key, audience, users):
    failing, kept, rows = {}, {}, {}

    def batch(database, text):
        if "FROM difference ORDER BY" in text:
            return [(["place", "action", "grantee", "privilege", "object"], rows.get(database, []))]
        for part, (number, line, procedure, message) in failing.items():
            if part in text:
                raise tds.Failure(number, message, line=line, procedure=procedure)
        kept.setdefault(database, {})[text] = None
        return [(["told"], [["is done"], [None]])]

    server = tds.Server(place, cert, key, tds.letting_in(json.loads(users), audience), batch)
    print("{}", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if "rows" in asked:
            rows.clear()
            rows.update(asked["rows"])
            told = None
        elif "fail" in asked:
            failing.clear()
            failing.update(asked["fail"])
            told = None
        elif "log" in asked:
            told = [one for one in server.log if "FROM difference ORDER BY" not in one[1]]
            server.log.clear()
        elif "forget" in asked:
            kept.clear()
            told = None
        elif "end" in asked:
            told = {database: list(texts) for database, texts in sorted(kept.items())}
        else:
            told = list(server.refused)
            server.refused.clear()
        print(json.dumps(told), flush=True)


main(*sys.argv[1:])
