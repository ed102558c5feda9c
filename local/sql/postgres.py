"""A PostgreSQL server of this machine's own, asked over a socket that nobody else reaches.

    postgres.py HOME FOLDER

HOME has the server, FOLDER keeps its data. Commands come as JSON lines on standard input, answers go as JSON lines to file
descriptor 4. The server writes what is committed before it answers, so processes that are killed lose nothing that anybody was
told of; it does not wait for the disk (fsync), so a machine that loses its power may.

The server refuses to be root's. Started by root it is run as `nobody`, who may reach none of root's folders: then its files are
copies in a place of their own, and the data are put back into FOLDER when it has ended. FOLDER/place tells where they are until
then, so after a kill the next start takes them from there.
https://www.postgresql.org/docs/current/server-start.html
"""

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from pg8000.converters import PG_TYPES
from pg8000.exceptions import DatabaseError, InterfaceError
from pg8000.native import Connection

CHANNEL = 4
USER = "sluice"
PREFIX, OF = "sluice-postgres-", "of"  # of a place, and of the file in it that names whose it is
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "shared_buffers": "32MB",
    "max_connections": "20",
    "jit": "off",
    # Nobody's, and no whole hours from anybody's: what a session does not ask for itself is seen.
    "timezone": "America/St_Johns",
    "log_timezone": "UTC",
}

# What each type is called in the answers, by its number in pg_type.
BOOLEAN, NUMERIC = 16, 1700
NAMES = {
    BOOLEAN: "BOOLEAN",
    17: "BINARY VARYING",
    20: "BIGINT",
    21: "SMALLINT",
    23: "INTEGER",
    25: "CHARACTER VARYING",
    114: "CHARACTER VARYING",  # json
    700: "REAL",
    701: "DOUBLE PRECISION",
    1042: "CHARACTER",
    1043: "CHARACTER VARYING",
    1082: "DATE",
    1083: "TIME",
    1114: "TIMESTAMP",
    1184: "TIMESTAMP WITH TIME ZONE",
    NUMERIC: "NUMERIC",
    2950: "UUID",
    3802: "CHARACTER VARYING",  # jsonb
}


class Refused(Exception):
    pass


class Server:
    def __init__(self, home, folder):
        self.kept = os.path.join(folder, "data")
        self.record = os.path.join(folder, "place")
        self.owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        self.place = self.placed()
        self.home, self.data = home, self.kept
        if self.owner:
            self.lend(home)
        self.environment = {**os.environ, "HOME": self.place, "LC_ALL": "C"}
        if not os.path.isdir(self.data):
            self.make()
        self.process = self.start()
        self.connections = {}

    def placed(self):
        """A folder for the socket, and for the files of a server that is not this user's: that of one that was killed, if it has its data."""
        place = read(self.record)
        if place is None and os.path.exists(self.record) and not os.path.isdir(self.kept):
            raise SystemExit(f"{self.record} is another user's, whose server was killed and has the data: start it as that user once.")
        if place is None or not os.path.isdir(os.path.join(place, "data")):
            place = tempfile.mkdtemp(prefix=PREFIX)
            with open(os.path.join(place, OF), "w") as file:
                file.write(self.kept)
            with open(f"{self.record}.new", "w") as file:
                file.write(place)
            os.replace(f"{self.record}.new", self.record)
        for other in left_behind(self.kept):
            if other != place:
                shutil.rmtree(other)
        return place

    def lend(self, home):
        """What `nobody` needs, where it can be reached."""
        self.home, self.data = os.path.join(self.place, "server"), os.path.join(self.place, "data")
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(home, self.home, symlinks=True, copy_function=linked)
        self.give(self.place)
        if os.path.isdir(self.kept) and not os.path.isdir(self.data):
            moved(self.kept, self.data)
        if os.path.isdir(self.data):
            give_all(self.data, self.owner.pw_uid, self.owner.pw_gid)

    def give(self, path):
        os.chown(path, self.owner.pw_uid, self.owner.pw_gid, follow_symlinks=False)

    def make(self):
        unfinished = f"{self.data}.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        options = ["-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"]
        made = self.run("initdb", "-D", unfinished, *options, stdout=subprocess.DEVNULL).wait()
        if made != 0:
            raise SystemExit(f"initdb has ended with {made}.")
        os.rename(unfinished, self.data)

    def start(self):
        settings = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
        for _ in range(50):  # of one that was killed a process may live a moment longer
            process = self.run("postgres", "-D", self.data, "-k", self.place, *settings)
            while process.poll() is None:
                try:
                    if self.is_ready(process):
                        self.connect("postgres").close()
                        return process
                except (DatabaseError, InterfaceError):
                    pass
                time.sleep(0.05)
            time.sleep(0.2)
        raise SystemExit(f"postgres has ended with {process.returncode}.")

    def is_ready(self, process):
        """It is this one that has the data and the socket, and not one before it that is about to end.

        The first line of the file is the server's process, the last one its state.
        https://www.postgresql.org/docs/current/storage-file-layout.html
        """
        try:
            with open(os.path.join(self.data, "postmaster.pid")) as file:
                lines = file.read().splitlines()
        except OSError:
            return False
        return lines[:1] == [str(process.pid)] and lines[-1].strip() == "ready"

    def run(self, name, *arguments, **options):
        if self.owner:
            options.update(user=self.owner.pw_uid, group=self.owner.pw_gid, extra_groups=[])
        command = [os.path.join(self.home, "bin", name), *arguments]
        return subprocess.Popen(command, cwd=self.place, env=self.environment, stdin=subprocess.DEVNULL, **options)

    def connect(self, database):
        connection = Connection(USER, database=database, unix_sock=os.path.join(self.place, ".s.PGSQL.5432"))
        for oid in PG_TYPES:  # all as the server writes it
            connection.register_in_adapter(oid, str)
        return connection

    def open(self, name):
        if name not in self.connections:
            first = self.connect("postgres")
            known = [row[0] for row in first.run("SELECT datname FROM pg_database")]
            if name not in known:
                first.run('CREATE DATABASE "%s"' % name.replace('"', '""'))
            first.close()
            self.connections[name] = self.connect(name)
        return self.connections[name]

    def ask(self, database, statements, seconds, timezone=None):
        """All of the statements, or none of them; what each comes to."""
        connection = self.open(database)
        try:
            connection.run("BEGIN")
            connection.run(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
            if timezone is not None:
                connection.run("SELECT set_config('timezone', :timezone, true)", timezone=timezone)
            # A statement by itself, as the service's driver asks it: several in one text are refused.
            results = [result(connection.execute_unnamed(statement)) for statement in statements]
            connection.run("COMMIT")
            return results
        except DatabaseError as error:
            connection.run("ROLLBACK")
            raise Refused(said(error)) from error

    def stop(self):
        self.process.send_signal(signal.SIGINT)  # which ends what others are still asking
        self.process.wait()
        if self.owner:
            shutil.rmtree(self.kept, ignore_errors=True)  # as it was before, where the two are on different disks
            # To whom the folder belongs, who may start the next one without being root.
            of = os.stat(os.path.dirname(self.kept))
            give_all(self.data, of.st_uid, of.st_gid)
            moved(self.data, self.kept)
        os.remove(self.record)
        shutil.rmtree(self.place)


def left_behind(kept):
    """The places of servers that kept their data there."""
    for name in os.listdir(tempfile.gettempdir()):
        place = os.path.join(tempfile.gettempdir(), name)
        if name.startswith(PREFIX) and read(os.path.join(place, OF)) == kept:
            yield place


def read(path):
    """What a file of this user's own says; None if there is no such file."""
    try:
        with open(path) as file:
            return file.read() if os.fstat(file.fileno()).st_uid == os.geteuid() else None
    except OSError:
        return None


def give_all(folder, uid, gid):
    """The folder and all in it; the folder itself last, so that one that was killed in between is seen."""
    if os.stat(folder).st_uid == uid:
        return
    for inner, folders, files in os.walk(folder, topdown=False):
        for name in [*folders, *files]:
            os.chown(os.path.join(inner, name), uid, gid, follow_symlinks=False)
    os.chown(folder, uid, gid)


def moved(folder, to):
    """Moves a folder, and leaves it whole at one of the two places whenever it is killed; whose it is stays as it is."""
    try:
        os.rename(folder, to)
    except OSError:  # another disk
        unfinished = f"{to}.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(folder, unfinished)
        of = os.stat(folder)
        give_all(unfinished, of.st_uid, of.st_gid)
        os.rename(unfinished, to)


def linked(path, to):
    """The same file, where both are on one disk."""
    try:
        os.link(path, to)
    except OSError:
        shutil.copy2(path, to)


def result(context):
    if context.columns is None:
        return {"count": max(context.row_count, 0)}
    kinds = [field["type_oid"] for field in context.columns]
    rows = [[cell(value, kind) for value, kind in zip(row, kinds)] for row in context.rows]
    return {"columns": [column(field) for field in context.columns], "rows": rows}


def column(field):
    kind, modifier = field["type_oid"], field["type_modifier"] - 4
    precision, scale = (modifier >> 16, modifier & 0x7FF) if kind == NUMERIC and modifier >= 0 else (0, 0)
    return {"name": field["name"], "type": NAMES.get(kind, f"type {kind} of PostgreSQL"), "precision": precision, "scale": scale}


def cell(value, kind):
    if value is None or kind != BOOLEAN:
        return value
    return "TRUE" if value == "t" else "FALSE"


def said(error):
    """`relation "nope" does not exist [42P01]`"""
    about = error.args[0]
    return f"{about['M']} [{about['C']}]" if isinstance(about, dict) else str(error)


def end(*_):
    raise SystemExit(0)


def main(home, folder):
    signal.signal(signal.SIGTERM, end)
    channel = os.fdopen(CHANNEL, "w", encoding="utf-8")

    def answer(**words):
        channel.write(json.dumps(words) + "\n")
        channel.flush()

    server = Server(home, folder)
    try:
        answer(kind="ready")
        for line in sys.stdin:
            command = json.loads(line)
            try:
                answer(kind="ran", results=server.ask(**command))
            except Refused as error:
                answer(kind="refused", error=str(error))
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        server.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
