"""Carries a script out that is emitted in T-SQL: its statements as they stand there, its questions to the catalogue by DuckDB."""

import re

import duckdb

from transact_database import NAME, Refused, plain

SETUP = """
CREATE SCHEMA sys;
CREATE TABLE sys.database_principals (principal_id INTEGER, name VARCHAR, type VARCHAR);
CREATE TABLE sys.database_role_members (role_principal_id INTEGER, member_principal_id INTEGER);
CREATE TABLE sys.schemas (schema_id INTEGER, name VARCHAR, principal_id INTEGER);
CREATE TABLE sys.all_objects (object_id INTEGER, name VARCHAR, schema_id INTEGER, principal_id INTEGER);
CREATE VIEW sys.objects AS FROM sys.all_objects;
CREATE TABLE sys.all_columns (object_id INTEGER, column_id INTEGER, name VARCHAR);
CREATE TABLE sys.database_scoped_credentials (credential_id INTEGER, name VARCHAR);
CREATE TABLE sys.database_permissions (class INTEGER, class_desc VARCHAR, major_id INTEGER, minor_id INTEGER,
  grantee_principal_id INTEGER, grantor_principal_id INTEGER, permission_name VARCHAR, state VARCHAR);
CREATE VIEW sys.columns AS FROM sys.all_columns;
CREATE TABLE variables (pass INTEGER, count INTEGER, number INTEGER, words VARCHAR);
CREATE TABLE definitions (object_id INTEGER, definition VARCHAR);
CREATE MACRO QUOTENAME(x) AS '[' || replace(x, ']', ']]') || ']';
CREATE MACRO OBJECT_ID(x) AS (SELECT o.object_id FROM sys.all_objects o JOIN sys.schemas s ON s.schema_id = o.schema_id WHERE QUOTENAME(s.name) || '.' || QUOTENAME(o.name) = x);
CREATE MACRO SCHEMA_ID(x) AS (SELECT s.schema_id FROM sys.schemas s WHERE s.name = x);
CREATE MACRO COL_LENGTH(x, y) AS (SELECT 4 FROM sys.all_columns c WHERE c.object_id = OBJECT_ID(x) AND c.name = y);
CREATE MACRO OBJECT_DEFINITION(x) AS (SELECT d.definition FROM definitions d WHERE d.object_id = x);
CREATE MACRO DATABASE_PRINCIPAL_ID(x) AS (SELECT p.principal_id FROM sys.database_principals p WHERE p.name = x);
"""
WORDS = [
    (r"STRING_AGG\(CAST\(([\w.]+) AS nvarchar\(max\)\), NCHAR\(10\)\) WITHIN GROUP \(ORDER BY at\)", r"string_agg(\1, chr(10) ORDER BY at)"),
    (r"CAST\(([\w.]+) AS nvarchar\(max\)\)", r"\1"),
    (r" COLLATE DATABASE_DEFAULT", ""),
    (r" AS nvarchar\(\d+\)\)", " AS varchar)"),
    (r"\bN(?=\x00)", ""),
    (r" \+ (?!\d)", " || "),
    (r"\bSELECT @words (=|AS)", r"SELECT"),
    (r"\bat\b", '"at"'),
]


def quoted(text):
    """Its texts, and itself with \\0 for each."""
    texts = re.findall(r"'(?:[^']|'')*'", text)
    return texts, re.sub(r"'(?:[^']|'')*'", "\0", text)


def in_duckdb(query):
    texts, rest = quoted(query)
    for shape, word in WORDS:
        rest = re.sub(shape, word, rest)
    left = iter(texts)
    return re.sub("\0", lambda _: next(left), rest)


def literal(row):
    return "(" + ", ".join("NULL" if value is None else str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'" for value in row) + ")"


# What a dedicated SQL pool has no word for, or takes otherwise, by the vendor's pages.
NOT_IN_POOL = [
    # https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#query-language
    (r"\b(RETURN|CONTINUE|GOTO|WAITFOR|CURSOR|OFFSET)\b", "control of flow"),
    # https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-dynamic-sql
    (r"\(max\)", "long texts"),
    # https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-variable-assignment
    (r"\bSELECT @\w+ =", "variables that a SELECT sets"),
    # https://learn.microsoft.com/sql/t-sql/statements/alter-role-transact-sql
    (r"\bALTER ROLE\b", "members by ALTER ROLE"),
    # https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-transactions#limitations
    (r"\bTRANSACTION\b", "a transaction with DDL"),
    # https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-stored-procedures#limitations
    (r"\bEXECUTE AS\b", "contexts of procedures"),
    # https://learn.microsoft.com/sql/t-sql/functions/database-principal-id-transact-sql, col-length-transact-sql, object-definition-transact-sql
    (r"\b(DATABASE_PRINCIPAL_ID|COL_LENGTH|OBJECT_DEFINITION)\b", "a function"),
    # https://learn.microsoft.com/sql/t-sql/statements/insert-transact-sql?view=azure-sqldw-latest
    (r"\bVALUES\b", "rows of VALUES"),
]
# https://learn.microsoft.com/sql/t-sql/statements/revoke-transact-sql?view=azure-sqldw-latest#syntax, and for columns
# https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/column-level-security#syntax
RIGHT_IN_POOL = re.compile(
    rf"(?:GRANT|DENY|REVOKE) [A-Z ]+(?: ON (?:OBJECT|SCHEMA|USER|ROLE)::{NAME}(?:\.{NAME}(?: \({NAME}(?:, {NAME})*\))?)?)? (?:TO|FROM) {NAME}(?: CASCADE)?;"
)


class Ended(Exception):
    """The batch has ended: by RETURN."""


class Break(Exception):
    pass


class Run:
    duck = None
    before = {}

    def __init__(self, database, pool=False):
        self.database = database
        self.pool = pool
        self.values = {"@pass": 1, "@words": None, "@told": None}
        self.taken = []
        self.told = []
        self.error = None
        if pool:
            self.values |= {"@count": 0, "@number": 1}
            self.has_surplus = False

    def started(self):
        if Run.duck is None:
            Run.duck = duckdb.connect()
            Run.duck.execute(SETUP)
        return Run.duck

    def ask_pool(self, query):
        self.fill()
        self.duck.execute("DELETE FROM variables")
        self.duck.execute("INSERT INTO variables VALUES (?, ?, ?, ?)", [self.values[one] for one in ("@pass", "@count", "@number", "@words")])
        query = query.replace("OBJECT_ID(N'tempdb..#surplus')", "1" if self.has_surplus else "NULL")
        texts, rest = quoted(query)
        rest = re.sub(r"@(\w+)", r'(SELECT "\1" FROM variables)', rest.replace("#surplus", "surplus_rows"))
        left = iter(texts)
        return self.duck.execute(in_duckdb(re.sub("\0", lambda _: next(left), rest))).fetchall()

    def ask(self, query):
        if self.pool:
            return self.ask_pool(query)
        self.fill()
        for name, value in self.values.items():
            query = query.replace(f"{name} IS", f"{'NULL' if value is None else 1} IS") if name != "@pass" else query.replace(name, str(value))
        return self.duck.execute(in_duckdb(query)).fetchall()

    def fill(self):
        self.started()
        at, ids = self.database, {name: number for name, (number, _) in self.database.principals.items()}
        tables = {
            "sys.database_principals": [(number, name, kind) for name, (number, kind) in at.principals.items()],
            "sys.database_role_members": [(ids[role], ids[member]) for role, member in at.members],
            "sys.schemas": [(number, name, 1) for name, number in at.schemas.items()],
            "sys.all_objects": [(number, name, at.schemas[schema], None) for (schema, name), (number, _) in at.objects.items()],
            "sys.all_columns": [(number, place + 1, column) for number, columns in at.objects.values() for place, column in enumerate(columns)],
            "sys.database_scoped_credentials": [(65536, "lake")],
            "sys.database_permissions": [(c, str(c), major, minor, ids[grantee], ids[grantor], permission, state)
                                         for (c, major, minor, grantee, grantor, permission), state in at.rows.items()],
            "definitions": list(at.definitions.items()),
        }
        for table, rows in tables.items():
            if Run.before.get(table) == rows:
                continue
            Run.before[table] = rows
            self.duck.execute(f"DELETE FROM {table}")
            if rows:
                self.duck.execute(f"INSERT INTO {table} VALUES {', '.join(map(literal, rows))}")

    def script(self, text):
        """One batch. A reason to end is kept in `error`."""
        if self.pool:
            _, rest = quoted(text)
            for shape, what in NOT_IN_POOL:
                if found := re.search(shape, re.sub(NAME, "[]", rest)):
                    raise Refused(f"a dedicated SQL pool has no {what}: {found[0]}")
            # A session of its own.
            self.started().execute("DROP TABLE IF EXISTS surplus_rows")
        try:
            self.block(Reader(re.sub(r"^GO$", "", text, flags=re.M)).statements())
        except Ended:
            pass

    def block(self, statements):
        for kind, head, body in statements:
            if kind == "if":
                if self.ask(f"SELECT CASE WHEN {head} THEN 1 ELSE 0 END")[0][0]:
                    self.block(body)
            elif kind == "while":
                try:
                    while self.ask(f"SELECT CASE WHEN {head} THEN 1 ELSE 0 END")[0][0]:
                        self.block(body)
                except Break:
                    pass
            else:
                self.simple(head)

    def simple(self, text):
        at = self.database
        if self.pool and self.in_pool(text):
            return
        if self.pool and re.match(r"(GRANT|DENY|REVOKE) ", text) and not RIGHT_IN_POOL.fullmatch(text):
            raise Refused(f"not in a dedicated SQL pool: {text}")
        if re.match(r"(GRANT|DENY|REVOKE) ", text):
            at.right(text)
        elif found := re.fullmatch(rf"CREATE ROLE {NAME};", text):
            at.principal(plain(found[1]), "R")
        elif found := re.fullmatch(rf"CREATE USER {NAME} FROM (?:EXTERNAL PROVIDER|LOGIN {NAME});", text):
            at.principal(plain(found[1]), "X" if found[1].startswith(("grp-", "sg-")) else "E")
        elif found := re.fullmatch(rf"ALTER ROLE {NAME} (ADD|DROP) MEMBER {NAME};", text):
            (at.members.add if found[2] == "ADD" else at.members.discard)((plain(found[1]), plain(found[3])))
        elif text == "EXEC (@words);":
            for one in self.values["@words"].split("\n"):
                self.taken.append(one)
                self.simple(one)
        elif found := re.fullmatch(r"EXEC \(N'((?:[^']|'')*)'\);", text):
            self.simple(found[1].replace("''", "'"))
        elif found := re.fullmatch(rf"CREATE PROCEDURE {NAME}\.{NAME} WITH EXECUTE AS OWNER AS TRUNCATE TABLE {NAME}\.{NAME};", text):
            at.securable("OBJECT", plain(found[3]), plain(found[4]))
            at.make(plain(found[1]), plain(found[2]), [], text)
        elif text == "RETURN;":
            raise Ended
        elif text == "BREAK;":
            raise Break
        elif text.startswith("RAISERROR("):
            self.error = text
        elif found := re.fullmatch(r"SET @(\w+) = (.*);", text):
            self.values["@" + found[1]] = None if found[2] == "NULL" else self.values["@pass"] + 1 if found[1] == "pass" else self.values["@words"]
        elif re.match(r"(SELECT @words =|WITH [\s\S]*SELECT @words =)", text):
            self.values["@words"] = self.ask(text)[0][0]
        elif re.match(r"WITH ", text):
            self.told = sorted(row[0] for row in self.ask(text))
        elif not re.match(r"(SET NOCOUNT ON|SET XACT_ABORT ON|DECLARE |SELECT @words AS|(BEGIN|COMMIT) TRANSACTION)", text):
            raise Refused(f"not known: {text}")

    def in_pool(self, text):
        """What only a dedicated SQL pool is asked; whether it was that."""
        at = self.database
        if found := re.fullmatch(r"EXEC sp_(add|drop)rolemember N'((?:[^']|'')*)', N'((?:[^']|'')*)';", text):
            member = (found[2].replace("''", "'"), found[3].replace("''", "'"))
            if any(one not in at.principals for one in member):
                raise Refused(f"no principal of {member}")
            (at.members.add if found[1] == "add" else at.members.discard)(member)
        elif text == "EXEC sp_executesql @words;":
            self.taken.append(self.values["@words"])
            self.simple(self.values["@words"])
        elif found := re.fullmatch(r"THROW (\d+), (?:N'((?:[^']|'')*)'|@words), 1;", text):
            if not 50000 <= int(found[1]) < 100000:
                raise Refused(f"a number of others: {text}")
            self.error = self.values["@words"] if found[2] is None else found[2].replace("''", "'")
            raise Ended
        elif found := re.fullmatch(r"SET (@\w+) = ([\s\S]*);", text):
            self.values[found[1]] = self.ask(f"SELECT {found[2]}")[0][0]
        elif found := re.fullmatch(r"CREATE TABLE #surplus WITH \(DISTRIBUTION = ROUND_ROBIN, HEAP\) AS\n([\s\S]*);", text):
            self.ask(f"CREATE TABLE #surplus AS {found[1]}")
            self.has_surplus = True
        elif text == "DROP TABLE #surplus;":
            self.ask("DROP TABLE #surplus")
            self.has_surplus = False
        elif re.match(r"SELECT statement AS taken_back FROM #surplus;", text):
            self.ask(text)
        else:
            return False
        return True


class Reader:
    """Statements of a batch, each until its `;`; a condition ends with its line, but for what stands in brackets."""

    def __init__(self, text):
        self.text = "\n".join(line for line in text.split("\n") if not line.startswith("-- "))
        self.at = 0

    def until(self, end):
        depth, start = 0, self.at
        while self.at < len(self.text):
            found = re.compile(r"'(?:[^']|'')*'|\[(?:[^\]]|\]\])*\]|[\s\S]").match(self.text, self.at)
            self.at = found.end()
            depth += {"(": 1, ")": -1}.get(found[0], 0)
            if found[0] == end and depth == 0:
                return self.text[start : self.at]
        raise Refused(f"no end: {self.text[start:start + 80]}")

    def statements(self, closed=False):
        found = []
        while True:
            self.at = re.compile(r"\s*").match(self.text, self.at).end()
            if self.at == len(self.text) or (closed and self.text.startswith("END;", self.at)):
                self.at += 4 if closed else 0
                return found
            found.append(self.statement())

    def statement(self):
        self.at = re.compile(r"\s*").match(self.text, self.at).end()
        word = re.compile(r"(IF|WHILE) |BEGIN\n").match(self.text, self.at)
        if word is None:
            return ("simple", self.until(";"), [])
        self.at = word.end()
        if word[1] is None:
            return ("block", "", self.statements(closed=True))
        head = self.until("\n")
        body = self.statement()
        return (word[1].lower(), head, body[2] if body[0] == "block" else [body])
