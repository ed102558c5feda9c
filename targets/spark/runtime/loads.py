import re
from datetime import datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
LOAD = re.compile(r"load=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{6})Z-[0-9a-f]{8}")
FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._=-]*")
NOTE = "_load.json"

# What a run takes, by folder: the notebook that runs others by `%run` has this, so that all of them take the same. None: this one is run alone.
TAKEN = globals().get("TAKEN")


@dataclass(frozen=True)
class Loads:
    """What others load, each time the whole: each load is a folder of its own, whose name begins with when it was made.

    A load is whole once it has a note whose files are there with the lengths that it says: that is written last. Its version is its
    instant, in microseconds since 1970. `source`: by what name it is told of. `columns`: their definitions, as DDL.
    """

    source: str
    folder: str
    columns: str

    def version(self, before):
        """That of the newest whole load, whatever has started the run; None: there is none yet. `before`: the one that was taken last."""
        loads = self.found()
        newest = self.newest(loads)
        if TAKEN is not None:
            newest = TAKEN.setdefault(self.folder, newest)
        version = newest and instant(newest)
        if before and (version or 0) < before:
            raise RuntimeError(f"{self.source}: the load of {as_text(before)} was taken and is not there any more, and the newest whole one is {newest or 'none'}. An older load is not taken: put it back, or have another one made.")
        alike = [name for name in loads if instant(name) == version and self.whole(name, loads[name]) is not None]
        if len(alike) > 1:
            raise RuntimeError(f"{self.source}: {' and '.join(sorted(alike))} are of the same instant, so neither is the newer one. Remove one, or have another one made.")
        return version

    def newest(self, loads):
        """The whole one with the latest name; None: none is whole."""
        return next((name for name in sorted(loads, reverse=True) if self.whole(name, loads[name]) is not None), None)

    def rows(self, batch, version):
        """Those of one load; each must be as declared."""
        name, names = self.load(version)
        if not names:
            raise RuntimeError(f"{batch}: {self.folder}/{name} has no file. Nothing was taken of it.")
        rows = json_rows(batch.session, [f"{self.folder}/{name}/{file}" for file in names], self.columns)
        rows = with_nulls_refused(batch.session, rows, self.columns)
        expect_fit(rows, batch)
        if not has_rows(rows):
            raise RuntimeError(f"{batch}: {self.folder}/{name} has no row. Nothing was taken of it.")
        return rows

    def load(self, version):
        """The name of a whole load, and its files."""
        for name, files in self.found().items():
            if instant(name) == version and (names := self.whole(name, files)) is not None:
                return name, names
        raise RuntimeError(f"{self.source}: the load of {as_text(version)} is not there any more, or not as it was.")

    def expect_whole(self, name):
        """Fails where the load that the run has had a function make is not whole, although the function has answered. `name`: ""
        where the notebook is started without one."""
        loads = self.found()
        if name and (name not in loads or self.whole(name, loads[name]) is None):
            raise RuntimeError(f"{self.source}: the function has answered, but {self.folder}/{name} is no whole load. A function answers when it has written the load's note, not before. Where the run was begun again from the failed activity, it asks for a load that nobody was asked to make: start the pipeline anew, or run all of it again.")

    def expect_none_late(self):
        """Fails where a load was completed after the one that is the newest by its name: it is not taken, and that is told."""
        loads = self.found()
        newest = self.newest(loads)
        after = [name for name in loads if newest and name < newest and completed(loads[name]) > completed(loads[newest])]
        late = [name for name in after if self.whole(name, loads[name]) is not None]
        if late:
            raise RuntimeError(f"{self.source}: {late[0]} was completed after {newest}, which is the newer one by its name: the clock of what loads was set back, or two loads ran at once. What is computed is of {newest}. Have another load made, or remove {late[0]}.")

    def found(self):
        """By the names of loads, whole or not, their files: by name length and time of change."""
        files = files_below(self.folder)
        if files is None:
            return {}
        loads = {name: {} for name in names_in(self.folder) if instant(name) is not None}
        for path, length, changed in files:
            _, load, file = path.rsplit("/", 2)
            if load in loads:
                loads[load][file] = (length, changed)
        return loads

    def whole(self, name, files):
        """The names of a load's files, if it is whole; else None: its note is not there yet, or what it names."""
        note = note_of(f"{self.folder}/{name}")
        if note is None or not all(FILE.fullmatch(file) and files.get(file, (None,))[0] == length for file, length in note.items()):
            return None
        return sorted(note)


def files_below(folder):
    """Path, length and time of change of each file, but of those whose names begin with `_` or `.`, which Spark does not see. None: there is no such folder."""
    try:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(folder)
    except AnalysisException as error:
        if "PATH_NOT_FOUND" not in str(error):
            raise
        return None
    return files.select("path", "length", F.unix_micros("modificationTime")).collect()


def note_of(folder):
    """What a load's note says of its files: by name their lengths. None: there is no such note."""
    if NOTE not in names_in(folder):
        return None
    try:
        told = json.loads(lake_files().head(f"{folder}/{NOTE}", 1_000_000))
        return {file["name"]: file["length"] for file in told["files"]}
    except (ValueError, TypeError, KeyError):  # it is being written
        return None


def completed(files):
    return max((changed for _, changed in files.values()), default=0)


def names_in(folder):
    """Of files and folders; Databricks has a `/` behind those of folders."""
    return [file.name.rstrip("/") for file in lake_files().ls(folder)]


def instant(name):
    """When a load was made, by its name, in microseconds since 1970; None: it is no load's name."""
    parts = LOAD.fullmatch(name)
    try:
        return parts and (datetime(*[int(part) for part in parts.groups()], tzinfo=timezone.utc) - EPOCH) // timedelta(microseconds=1)
    except ValueError:  # there is no such day
        return None


def as_text(version):
    return (EPOCH + timedelta(microseconds=version)).isoformat()
