"""A server by the protocol of SQL Server whose databases keep rights as the vendor's pages say (transact_database.py), and do what scripts of
rights say (transact_script.py); of other batches it keeps the text. Until standard input ends.

    tds_rights.py PLACE CERTIFICATE KEY AUDIENCE USERS

Each line of standard input is JSON: {"soil": case, "seed"}: a database where people have granted this and that; {"wrong": case}: what somebody
may and should not, or may not and should; {"state": database}: all that is held there; {"others": case}: what others than the project's
roles hold. A line of output for each.
"""

import copy
import json
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "publish"))
import tds  # noqa: E402
import transact  # noqa: E402
from transact_database import Refused  # noqa: E402
from transact_script import Run  # noqa: E402


def line_of(text, part):
    return text[: text.index(part)].count("\n") + 1 if part in text else 1


def rights(databases, name, text):
    """One batch; a failed one changes nothing, as the script is one transaction."""
    before = copy.deepcopy(databases[name])
    run = Run(databases[name])
    try:
        run.script(text)
    except Refused as reason:
        databases[name] = before
        raise tds.Failure(15151, str(reason)) from None
    if run.error is not None:
        databases[name] = before
        raise tds.Failure(50000, run.error, line=line_of(text, run.error))
    return [(["is_taken_back"], [[one] for one in run.taken]), (["is_to_be_known"], [[one] for one in run.told])]


def main(place, cert, key, audience, users):
    databases, kept = {}, {}

    def batch(name, text):
        if "FROM difference ORDER BY" in text:
            query = "\n".join(line for line in text.split("\n") if not line.startswith("-- "))
            return [(["place", "action", "grantee", "privilege", "object"], Run(databases[name]).ask(query))]
        if "sys.database_permissions" in text:
            return rights(databases, name, text)
        kept.setdefault(name, {})[text] = None
        return []

    server = tds.Server(place, cert, key, tds.letting_in(json.loads(users), audience), batch)
    print("{}", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        with server.lock:
            told = None
            if "soil" in asked:
                case = asked["soil"]
                databases[case["name"]] = transact.soiled(case, random.Random(asked["seed"]), asked["seed"] % 2 == 0)
                kept.clear()
            elif "wrong" in asked:
                told = transact.wrong(asked["wrong"], databases[asked["wrong"]["name"]])
            elif "others" in asked:
                rows, members = transact.of_others(asked["others"], databases[asked["others"]["name"]])
                told = [sorted(map(repr, rows.items())), sorted(members)]
            elif "state" in asked:
                at = databases[asked["state"]]
                told = [sorted(map(repr, at.rows.items())), sorted(at.members), sorted(at.principals), {one: list(texts) for one, texts in sorted(kept.items())}]
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
