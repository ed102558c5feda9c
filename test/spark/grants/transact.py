"""
Has scripts of rights in T-SQL bring databases to what is declared that hold many other rights, and tries everything that anybody might do.
JSON on standard input: for each script its text, the objects, and what is expected of each role; what came of it on standard output.
"""

import json
import random
import sys

import transact_differences as differences
from transact_database import Database, Refused
from transact_script import Run

COLUMNS = ("SELECT", "UPDATE")
ACTIONS = ("SELECT", "UPDATE", "INSERT", "DELETE", "EXECUTE", "CONTROL", "ALTER")


def soiled(case, random, forgets):
    """A database where people have granted and denied this and that, to roles of the project and to others."""
    database = Database(case["schemas"], forgets)
    for name in ("others", "more"):
        database.principal(name, "R")
    database.principal("alice", "S")
    roles = [role for role in case["roles"] if random.random() < 0.8]
    for role in roles:
        database.principal(role, "R")
        if random.random() < 0.5:
            database.members.add((role, "alice"))
    database.members.add(("others", "alice"))
    # Everybody holds this and that, some of it in each database from its beginning.
    database.schemas["sys"] = 4
    database.make("sys", "objects", [])
    database.right("GRANT VIEW DEFINITION ON OBJECT::[sys].[objects] TO [public];")
    database.right("GRANT VIEW ANY COLUMN MASTER KEY DEFINITION TO [public];")
    if random.random() < 0.5:
        database.right(f"GRANT VIEW DEFINITION ON SCHEMA::[{next(iter(case['schemas']))}] TO [public];")
    role, schema, name = case["whole"]
    if role in roles and random.random() < 0.5:
        # All of an object, but for a column.
        database.right(f"GRANT SELECT ON OBJECT::[{schema}].[{name}] TO [{role}];")
        column = random.choice(database.objects[(schema, name)][1])
        database.right(f"{random.choice(['DENY', 'REVOKE'])} SELECT ([{column}]) ON OBJECT::[{schema}].[{name}] TO [{role}];")
    for _ in range(random.randrange(25)):
        role = random.choice([*roles, "others", "more"])
        (schema, name), (_, columns) = random.choice(list(database.objects.items()))
        pool = case["isDedicated"]
        on, permission = random.choice([
            (f" ON OBJECT::[{schema}].[{name}]", random.choice(ACTIONS)),
            (f" ON SCHEMA::[{schema}]", random.choice(ACTIONS)),
            ("", random.choice(["SELECT", "CONTROL", "ADMINISTER DATABASE BULK OPERATIONS"])),
            # A dedicated SQL pool has no rights on credentials.
            ("", "CONTROL") if pool else (" ON DATABASE SCOPED CREDENTIAL::[lake]", "REFERENCES"),
            (" ON USER::[alice]", "IMPERSONATE"),
            (" ON ROLE::[more]", random.choice(["CONTROL", "ALTER"])),
            (f" ON OBJECT::[{schema}].[{name}]", random.choice(COLUMNS)),
            (f" ON OBJECT::[{schema}].[{name}]", random.choice(COLUMNS)),
        ])
        some = f" ([{random.choice(columns)}])" if "OBJECT" in on and permission in COLUMNS and columns and random.random() < 0.7 else ""
        # In a dedicated SQL pool nobody takes back what somebody else has granted.
        by = "" if pool and role in roles else random.choice(["", "", " AS [alice]"])
        verb = random.choice(["GRANT", "GRANT", "GRANT", "DENY", "REVOKE"])
        if verb == "REVOKE":
            database.right(f"REVOKE GRANT OPTION FOR {permission}{some}{on} FROM [{role}] CASCADE{by};")
        option = " WITH GRANT OPTION" if verb == "GRANT" and random.random() < 0.3 else ""
        database.right(f"{verb} {permission}{some}{on} {'FROM' if verb == 'REVOKE' else 'TO'} [{role}]{option}{by};")
    return database


def stubborn(case, database):
    """Whether a script that cannot take something back ends with the reason, and grants nothing."""
    role, (schema, *_) = case["roles"][0], case["schemas"]
    if role not in database.principals:
        database.principal(role, "R")
    database.right(f"GRANT ALTER ON SCHEMA::[{schema}] TO [{role}] AS [alice];")
    run = Run(database, pool=True)
    run.script(case["script"])
    granted = {key: state for key, state in database.rows.items() if key[3] in case["roles"]}
    if run.error != f"What is not declared could not be taken back: {role} ALTER SCHEMA::[{schema}] , granted by alice. Who granted it takes it back.":
        return [f"it says {run.error}"]
    left = [what for what, may in attempts(case, database) if may and what not in case["expected"] and not what.startswith(f"{role}|ALTER|{schema}.")]
    return [f"it leaves {left}, {granted}"] if left else []


def attempts(case, database):
    """Everything that anybody might do, and whether he may."""
    for role in case["roles"]:
        for (schema, name), (_, columns) in database.objects.items():
            for action in ACTIONS:
                for column in columns if action in COLUMNS else [None]:
                    yield f"{role}|{action}|{schema}.{name}|{column or ''}", role in database.principals and database.may(role, action, schema, name, column)


def wrong(case, database):
    expected = set(case["expected"])
    return [what for what, may in attempts(case, database) if may != (what in expected)]


def to_be_known(case, database):
    """Of what is told: of which roles that are not the project's its roles and their members are members, and what everybody holds."""
    inside = {*case["roles"], *(member for role, member in database.members if role in case["roles"])}
    for role, member in database.members:
        if member in inside and role not in case["roles"]:
            yield f"[{member}] is a member of [{role}], and may what that role may"
    if any(key[0] == 3 and key[3] == "public" for key in database.rows):
        yield f"[public] holds VIEW DEFINITION on SCHEMA::[{next(iter(case['schemas']))}], which is left"


def of_others(case, database):
    return {key: state for key, state in database.rows.items() if key[3] not in case["roles"]}, {one for one in database.members if one[0] not in case["roles"]}


def main(cases):
    findings, counted, taken, compared = [], 0, 0, 0
    for case in cases:
        for seed in range(case["runs"]):
            if case["isMutant"] and findings and findings[-1][0] == case["name"]:
                break
            database = soiled(case, random.Random(1000 * len(case["schemas"]) + seed), forgets=seed % 2 == 0)
            others = of_others(case, database)
            first = Run(database, case["isDedicated"])
            asked = case.get("differences")
            before = differences.held(database, case["roles"]), set(database.members), set(database.principals)
            told_before = first.ask(asked) if asked else []
            try:
                kept = stubborn(case, soiled(case, random.Random(seed), forgets=seed % 2 == 0)) if case["isDedicated"] else []
                first.script(case["script"])
            except Refused as reason:
                findings.append([case["name"], seed, [str(reason)]])
                continue
            taken += len(first.taken)
            if asked:
                now = differences.held(database, case["roles"]), set(database.members), set(database.principals)
                changed = differences.changes(*(part for pair in zip(before, now) for part in pair))
                unlike = [*differences.wrong(told_before, *changed), *map(str, first.ask(asked))]
                compared += len(told_before)
                if unlike and not first.error:
                    findings.append([case["name"], seed, unlike[:8]])
            for schema in case["schemas"]:
                database.make(schema, "later", ["id"])
            counted += sum(1 for _ in attempts(case, database))
            after = dict(database.rows), set(database.members)
            second = Run(database, case["isDedicated"])
            second.script(case["script"])
            missed = [f"{len(first.taken)} taken", *([first.error] if first.error else []), *([second.error] if second.error else []), *wrong(case, database), *kept]
            if others != of_others(case, database):
                missed.append("what others hold has changed")
            told = {one for one in second.told if " is a member of " in one or one.startswith("[public]")}
            if told != set(to_be_known(case, database)):
                missed.append(f"told is {told}")
            if second.taken or after != (database.rows, database.members):
                missed.append("a second run changes something")
            members = {one for one in database.members if one[0] in dict(case["members"])}
            if members != {tuple(one) for one in case["members"]}:
                missed.append(f"members are {members}")
            if above := [key for key in database.rows if key[0] == 4 and key[3] in case["roles"]]:
                missed.append(f"rights on users and roles are left: {above}")
            for role in case["denied"]:
                held = {key[:3]: state for key, state in database.rows.items() if key[3] == role and key[5] in ("ADMINISTER DATABASE BULK OPERATIONS", "REFERENCES")}
                if held != {(0, 0, 0): "D", (32, 65536, 0): "G"}:
                    missed.append(f"{role} holds {held}")
            # A load makes another table of the name.
            for schema, name in case["replaced"]:
                database.replace(schema, name)
            missed += [f"after a load: {one}" for one in wrong(case, database)]
            if len(missed) > 1:
                findings.append([case["name"], seed, missed[:8]])
    json.dump({"findings": findings, "attempts": counted, "taken": taken, "compared": compared}, sys.stdout)


if __name__ == "__main__":
    main(json.load(sys.stdin))
