"""Holds what a query says that a script of rights would change against what the script does change, by the catalogue before and after it."""

KINDS = {1: "OBJECT", 3: "SCHEMA", 32: "DATABASE SCOPED CREDENTIAL"}


def quoted(name):
    return "[" + name.replace("]", "]]") + "]"


def named(database, key):
    """As the query names it: who, what and on what."""
    kind, major, minor, role, _, permission = key
    on, column = None, ""
    if kind == 1:
        (schema, name), (_, columns) = next(one for one in database.objects.items() if one[1][0] == major)
        on = f"OBJECT::{quoted(schema)}.{quoted(name)}"
        column = f" ({quoted(columns[minor - 1])})" if minor else ""
    elif kind == 3:
        on = f"SCHEMA::{quoted(next(name for name, number in database.schemas.items() if number == major))}"
    elif kind == 4:
        name, (_, letter) = next(one for one in database.principals.items() if one[1][0] == major)
        on = f"{'ROLE' if letter == 'R' else 'USER'}::{quoted(name)}"
    elif kind == 32:
        on = "DATABASE SCOPED CREDENTIAL::[lake]"
    return role, permission + column, on


def held(database, roles):
    """What roles hold, by its names: all states that it has, whoever granted it."""
    found = {}
    for key, state in database.rows.items():
        if key[3] in roles:
            found.setdefault(named(database, key), set()).add(state)
    return found


def whole_of(right):
    role, words, on = right
    return role, words.split(" (")[0], on


def changes(before, after, members, members_after, principals, principals_after):
    """Granted and revoked by the script, and made: what is so after it and was not before, or is not after it and was."""
    broken = {whole_of(right) for right, states in before.items() if right != whole_of(right) and states & {"D", "R"}}
    granted = {one for one in after if not before.get(one, set()) & {"G", "W"} or (one in broken and one == whole_of(one))}
    gone = {one for one in before if one not in after}
    lessened = {one for one, states in before.items() if one in after and states != after[one]}
    joined = {(member, "MEMBER", f"ROLE::{quoted(role)}") for role, member in members_after - members}
    left = {(member, "MEMBER", f"ROLE::{quoted(role)}") for role, member in members - members_after}
    return granted | joined, gone | left, lessened, {name for name in principals_after if name not in principals}


PREFIXES = ("DENY OF ", "EXCEPTION OF ", "GRANT OPTION FOR ")


def bare(words):
    return next((words[len(one) :] for one in PREFIXES if words.startswith(one)), words)


def wrong(told, granted, gone, lessened, made):
    """Where rows of the query are not what was changed."""
    by = {action: {(role, words, on) for _, one, role, words, on in told if one == action} for action in ("stop", "make", "revoke", "grant")}
    missed = []
    if by["stop"]:
        missed.append(f"would stop: {by['stop']}")
    if by["grant"] != granted:
        missed.append(f"grants {sorted(by['grant'] ^ granted, key=str)}")
    revoked = {(role, bare(words), on) for role, words, on in by["revoke"]}
    if not gone <= revoked:
        missed.append(f"revokes not {sorted(gone - revoked, key=str)}")
    # What is told to go and is there after it was changed, or was granted anew.
    if not revoked - gone <= lessened | granted:
        missed.append(f"revokes {sorted(revoked - gone - lessened - granted, key=str)}")
    if {role for role, words, _ in by["make"] if words in ("ROLE", "USER")} != made:
        missed.append(f"makes {by['make']}, and not {made}")
    return missed
