"""What a database keeps of who may do what, and what GRANT, DENY and REVOKE do to it, by the vendor's pages:
https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-database-permissions-transact-sql
https://learn.microsoft.com/sql/t-sql/statements/grant-transact-sql, deny-transact-sql, revoke-transact-sql
They leave open what a statement on all of an object does to exceptions of its columns: `forgets` says that it takes them away.
"""

import re

NAME = r"\[((?:[^\]]|\]\])+)\]"
RIGHT = re.compile(
    rf"(GRANT|DENY|REVOKE) (GRANT OPTION FOR )?([A-Z ]+?)(?: \(({NAME}(?:, {NAME})*)\))?"
    rf"(?: ON (OBJECT|SCHEMA|USER|ROLE|DATABASE SCOPED CREDENTIAL)::{NAME}(?:\.{NAME})?(?: \(({NAME}(?:, {NAME})*)\))?)? (?:TO|FROM) {NAME}( WITH GRANT OPTION)?( CASCADE)?(?: AS {NAME})?;"
)


def plain(name):
    return name.replace("]]", "]") if name else name


class Refused(Exception):
    """A statement that the server would end with an error."""


class Database:
    def __init__(self, schemas, forgets):
        self.forgets = forgets
        self.principals = {"dbo": (1, "S"), "public": (0, "R"), "guest": (2, "S")}
        self.members = set()
        self.schemas = {}
        self.objects = {}
        self.definitions = {}
        self.rows = {}
        for schema, objects in schemas.items():
            self.schemas[schema] = 5 + len(self.schemas)
            for name, columns in objects.items():
                self.make(schema, name, columns)

    def make(self, schema, name, columns, definition=None):
        number = 1000 + len(self.objects)
        self.objects[(schema, name)] = (number, list(columns))
        if definition is not None:
            self.definitions[number] = definition

    def replace(self, schema, name):
        """A table is made, gets the name, and the one of that name is dropped with what was granted on it."""
        number, columns = self.objects.pop((schema, name))
        self.rows = {key: state for key, state in self.rows.items() if key[:2] != (1, number)}
        self.objects[(schema, name)] = (number + 10000, columns)

    def principal(self, name, kind):
        if name in self.principals:
            raise Refused(f"{name} is there")
        self.principals[name] = (10 + len(self.principals), kind)

    def securable(self, word, first, second):
        if word is None:
            return (0, 0)
        if word == "OBJECT":
            if (first, second) not in self.objects:
                raise Refused(f"no object {first}.{second}")
            return (1, self.objects[(first, second)][0])
        if word == "SCHEMA":
            if first not in self.schemas:
                raise Refused(f"no schema {first}")
            return (3, self.schemas[first])
        if word in ("USER", "ROLE"):
            number, kind = self.principals.get(first, (None, None))
            if number is None or (kind == "R") != (word == "ROLE"):
                raise Refused(f"no {word} {first}")
            return (4, number)
        return (32, 65536)

    def right(self, statement):
        found = RIGHT.fullmatch(statement)
        if not found:
            raise Refused(f"not known: {statement}")
        verb, option, permission, columns, _, _, word, first, second, after, _, _, role, with_option, cascade, grantor = found.groups()
        columns = columns or after
        permission, role, grantor = permission.strip(), plain(role), plain(grantor) or "dbo"
        if role not in self.principals or grantor not in self.principals:
            raise Refused(f"no principal {role} or {grantor}")
        on = self.securable(word, plain(first), plain(second))
        minors = [0]
        if columns:
            if permission not in ("SELECT", "UPDATE", "REFERENCES"):
                raise Refused(f"{permission} has no columns")
            known = self.objects[(plain(first), plain(second))][1]
            minors = [known.index(plain(column)) + 1 for column in re.findall(NAME, columns)]
        for minor in minors:
            self.change(verb, (*on, minor, role, grantor, permission), bool(option), bool(with_option), bool(cascade))

    def parts(self, key):
        """The exceptions of columns from a right on all of an object, by the same grantor."""
        return [one for one in self.rows if one[:2] == key[:2] and one[3:] == key[3:] and one[2] > 0]

    def change(self, verb, key, option, with_option, cascade):
        whole = self.rows.get((*key[:2], 0, *key[3:]))
        held = self.rows.get(key)
        if key[2] == 0:
            if verb == "REVOKE":
                if held == "W" and not cascade:
                    raise Refused("CASCADE is missing")
                if cascade:
                    for one in [one for one in self.rows if one[:3] == key[:3] and one[4] == key[3] and one[5] == key[5]]:
                        del self.rows[one]
                if option and held == "W":
                    self.rows[key] = "G"
                    return
                self.rows.pop(key, None)
            else:
                self.rows[key] = "D" if verb == "DENY" else "W" if with_option or held == "W" else "G"
            now = self.rows.get(key)
            for part in self.parts(key):
                state = self.rows[part]
                same = (now is None and state == "R") or (now in ("G", "W") and state in ("G", "W")) or (now == "D" and state == "D")
                if self.forgets or same:
                    del self.rows[part]
        elif verb == "REVOKE":
            if held == "W" and not cascade:
                raise Refused("CASCADE is missing")
            if option and held == "W":
                self.rows[key] = "G"
            elif whole is not None:
                self.rows[key] = "R"
            else:
                self.rows.pop(key, None)
        else:
            state = "D" if verb == "DENY" else "W" if with_option else "G"
            if (whole in ("G", "W") and state in ("G", "W")) or (whole == "D" and state == "D"):
                self.rows.pop(key, None)
            else:
                self.rows[key] = state

    def may(self, role, permission, schema, name, column=None):
        """
        Whether a member of a role, who holds nothing himself, may do something: a denial goes before what is granted, wherever it
        stands, but one on all of an object does not go before a right on a column.
        """
        number, columns = self.objects[(schema, name)]
        minor = columns.index(column) + 1 if column else 0
        mine = [(key, state) for key, state in self.rows.items() if key[3] in (role, "public") and key[5] == permission]
        above = [state for key, state in mine if key[:2] in ((0, 0), (3, self.schemas[schema]))]
        whole = {key[3:5]: state for key, state in mine if key[:3] == (1, number, 0)}
        part = {key[3:5]: state for key, state in mine if minor and key[:3] == (1, number, minor)}
        if "D" in above or "D" in part.values():
            return False
        if any(state in ("G", "W") for state in part.values()):
            return True
        if "D" in whole.values():
            return False
        if any(state in ("G", "W") and part.get(by) != "R" for by, state in whole.items()):
            return True
        return any(state in ("G", "W") for state in above)
