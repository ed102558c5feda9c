// Generated from targets/grants/runtime by `npm run generate`; do not edit.

/** The target's texts by their path below its folder. */
export const text = {
  "runtime/file_rights.py": `"""Brings who may read and change files of a data lake to what is declared.

    python3 common/grants/file_rights.py env/<name>/grants/lake.files.json [--plan] [--account-id ID | --without-roles]

Whatever access lists (ACLs) of the container hold of a principal and is not declared is taken out, whoever put it there; what they hold of
others stays as it is. Run again it changes nothing. \`--plan\` only tells what would change. docs/grants.md says who may run it.

It needs Python 3.8 or later and nothing else, and takes its tokens from the Azure CLI (\`az login\`), or from SLUICE_STORAGE_TOKEN and
SLUICE_ARM_TOKEN. SLUICE_DFS and SLUICE_ARM are other endpoints than those of the public cloud.

Access lists: https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control
The requests: https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path
"""

import argparse
import fnmatch
import http.client
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

READ, WRITE, EXECUTE = 4, 2, 1
# Of an access list, and as many of the default one. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#what-are-the-limits-for-azure-role-assignments-and-acl-entries
MOST_ENTRIES = 32
# Each reads the whole container and changes what is not as declared: files that were made meanwhile are another one's.
MOST_PASSES = 5
AT_ONCE = 16


class Entry(NamedTuple):
    """One entry of an access list. \`scope\`: \`default:\` of what a folder's new children get, or nothing. \`id\`: of a named user or group."""

    scope: str
    kind: str
    id: str
    rights: int

    def __str__(self):
        return f"{self.scope}{self.kind}:{self.id}:{letters(self.rights)}"

    @property
    def is_masked(self):
        """Whether the mask limits it: named users, named groups, and the owning group."""
        return self.kind == "group" or (self.kind == "user" and self.id != "")


class Path(NamedTuple):
    """A file or folder below the container's root, which is the folder without a name."""

    name: str
    is_folder: bool
    permissions: str
    owner: str


class Change(NamedTuple):
    path: Path
    etag: str
    entries: tuple
    # (principal's id, rights before, rights after, whether of new children), None: no entry
    told: tuple


class Stop(Exception):
    """Why nothing may be changed."""


class Gone(Exception):
    """There is no such path, or not as it was read."""


def letters(rights):
    return "".join(letter if rights & bit else "-" for letter, bit in (("r", READ), ("w", WRITE), ("x", EXECUTE)))


def bits(text):
    return sum(bit for letter, bit in (("r", READ), ("w", WRITE), ("x", EXECUTE)) if letter in text)


def entries_of(text):
    found = []
    for one in filter(None, text.split(",")):
        scope, rest = ("default:", one[len("default:") :]) if one.startswith("default:") else ("", one)
        kind, id, rights = rest.split(":")
        found.append(Entry(scope, kind, id, bits(rights)))
    return found


def wanted_of(path, grants):
    """What principals are to have in the access lists of a path, by scope: \`{(kind, id): rights}\`."""
    access, default = {}, {}
    for grant in grants:
        kind, id = grant["entry"].split(":")
        folder, rights = grant["folder"], bits(grant["rights"])
        if is_in(path, folder):
            # To execute means nothing for a file.
            add(access, (kind, id), rights if path.is_folder else rights & ~EXECUTE)
            if path.is_folder:
                add(default, (kind, id), rights)
        elif path.is_folder and (path.name == "" or folder.startswith(f"{path.name}/")):
            # The way to the folder: to go through it, not to list it.
            add(access, (kind, id), EXECUTE)
    return {"": access, "default:": default} if path.is_folder else {"": access}


def is_in(path, folder):
    return path.name == folder or path.name.startswith(f"{folder}/")


def add(rights_by, key, rights):
    rights_by[key] = rights_by.get(key, 0) | rights


def reconciled(path, entries, wanted, owned):
    """The access lists as they are to be, and what changes in them; raises \`Stop\` where that would give others more."""
    made, told = [], []
    scopes = ["", "default:"] if path.is_folder else [""]
    for scope in scopes:
        there = [one for one in entries if one.scope == scope]
        scoped, changes = reconciled_scope(path, scope, there, wanted[scope], owned, [one for one in entries if one.scope == ""])
        made += scoped
        told += changes
    return tuple(made), tuple(told)


def reconciled_scope(path, scope, there, wanted, owned, access):
    foreign = [one for one in there if one.id == "" or one.id.lower() not in owned]
    own = {(one.kind, one.id.lower()): one.rights for one in there if one not in foreign}
    # To execute means nothing for a file: an entry that a folder's default gave it with that is as good.
    means = (lambda rights: rights) if path.is_folder else (lambda rights: rights & ~EXECUTE)
    kept = {key: own[key] if key in own and means(own[key]) == rights else rights for key, rights in wanted.items()}
    if wanted and not foreign:
        foreign = first_defaults(access)
    needed = 0
    for rights in wanted.values():
        needed |= rights
    masked = masks(path, foreign, needed, means)
    changes = [
        (id, own.get((kind, id)), kept.get((kind, id)), scope != "")
        for kind, id in sorted({*own, *kept})
        if own.get((kind, id)) != kept.get((kind, id))
    ]
    if not changes and masked == [one for one in foreign if one.kind == "mask"]:
        return there, []
    if not changes:
        changes = [(id, own[(kind, id)], kept[(kind, id)], scope != "") for kind, id in sorted(kept)]
    named = [Entry(scope, kind, id, rights) for (kind, id), rights in sorted(kept.items())]
    if len(foreign) + len(named) > MOST_ENTRIES - (0 if any(one.kind == "mask" for one in foreign) else 1):
        raise Stop(f"{shown(path)}: its list holds {MOST_ENTRIES} entries, and has {len(foreign)} of others. Grant to a group.")
    return [
        *(one for one in foreign if one.kind == "user"),
        *(one for one in named if one.kind == "user"),
        *(one for one in foreign if one.kind == "group"),
        *(one for one in named if one.kind == "group"),
        *masked,
        *(one for one in foreign if one.kind == "other"),
    ], changes


def first_defaults(access):
    """The three entries that a default list cannot be without: new children give nobody more by them than without a list.

    Without one the mask 0027 takes from them whatever others, and the owning group by writing, may do with their folder; with one it is not
    asked. https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path/create
    """
    limits = {"user": READ | WRITE | EXECUTE, "group": READ | EXECUTE, "other": 0}
    return [Entry("default:", one.kind, "", one.rights & limits[one.kind]) for one in access if one.id == "" and one.kind != "mask"]


def masks(path, foreign, needed, means):
    """The mask that lets do what is needed, as the one entry that it is, or none; others may do no more by it."""
    mask = next((one for one in foreign if one.kind == "mask"), None)
    group = next((one for one in foreign if one.kind == "group" and one.id == ""), None)
    if mask is None:
        # Without named entries there is none, and the owning group has its own rights.
        return [Entry(group.scope, "mask", "", group.rights | needed)] if needed and group else []
    more = means(needed) & ~mask.rights
    if not more:
        return [mask]
    gaining = [str(one) for one in foreign if one.is_masked and means(one.rights) & more]
    if gaining:
        raise Stop(f"{shown(path)}: its mask is {letters(mask.rights)}. With what is granted it would have to be {letters(mask.rights | more)}, which would give more to {', '.join(gaining)}. Change those, or the mask.")
    return [mask._replace(rights=mask.rights | more)]


def shown(path):
    return path.name or "the container's root"


class Service:
    """A service that is asked over https: again where it is busy, and as somebody who has a token."""

    def __init__(self, endpoint, resource, variable):
        self.endpoint, self.resource, self.variable = endpoint, resource, variable
        self.token = None

    def ask(self, method, path, query=None, headers=None):
        if self.token is None:
            self.token = os.environ.get(self.variable) or token_for(self.resource)
        url = f"{self.endpoint}{urllib.parse.quote(path)}" + (f"?{urllib.parse.urlencode(query)}" if query else "")
        given = {"Authorization": f"Bearer {self.token}", "x-ms-version": "2023-11-03", **(headers or {})}
        for attempt in range(6):
            try:
                request = urllib.request.Request(url, method=method, headers=given, data=b"" if method == "PATCH" else None)
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return answer.headers, answer.read()
            except urllib.error.HTTPError as error:
                if error.code in (404, 412):
                    raise Gone(path) from None
                if error.code not in (429, 500, 502, 503, 504) or attempt == 5:
                    code = error.headers.get("x-ms-error-code") or error.read().decode("utf-8", "replace")[:500]
                    raise Stop(f"{method} {url} was answered {error.code}: {code}") from None
                time.sleep(float(error.headers.get("Retry-After") or 2**attempt))
            except (OSError, http.client.HTTPException) as error:
                if attempt == 5:
                    raise Stop(f"{method} {url} was not answered: {error}") from None
                time.sleep(2**attempt / 4)
        raise AssertionError("it was answered, or not")


def token_for(resource):
    command = ["az", "account", "get-access-token", "--resource", resource, "--query", "accessToken", "--output", "tsv"]
    try:
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, shell=os.name == "nt").stdout.strip()
    except FileNotFoundError:
        raise Stop("The Azure CLI is not there: install it, or give a token by SLUICE_STORAGE_TOKEN.") from None
    except subprocess.CalledProcessError:
        raise Stop("The Azure CLI gave no token: run \`az login\`.") from None


class Lake:
    """A container with folders (hierarchical namespace)."""

    def __init__(self, account, container):
        endpoint = os.environ.get("SLUICE_DFS") or f"https://{account}.dfs.core.windows.net"
        self.service = Service(endpoint, "https://storage.azure.com", "SLUICE_STORAGE_TOKEN")
        self.container = container

    def paths(self):
        """All of the container, its root first."""
        yield Path("", True, "", "")
        continuation = ""
        while True:
            query = {"resource": "filesystem", "recursive": "true", "upn": "false", "maxResults": "5000"}
            headers, body = self.service.ask("GET", f"/{self.container}", {**query, **({"continuation": continuation} if continuation else {})})
            for one in json.loads(body)["paths"]:
                is_folder = str(one.get("isDirectory", "false")).lower() == "true"
                yield Path(one["name"], is_folder, one.get("permissions", ""), one.get("owner", ""))
            continuation = headers.get("x-ms-continuation") or ""
            if not continuation:
                return

    def lists(self, path):
        headers, _ = self.service.ask("HEAD", self.place(path), {"action": "getAccessControl", "upn": "false"})
        return headers["ETag"], entries_of(headers["x-ms-acl"])

    def set(self, change):
        headers = {"x-ms-acl": ",".join(map(str, change.entries)), "If-Match": change.etag}
        self.service.ask("PATCH", self.place(change.path), {"action": "setAccessControl"}, headers)

    def place(self, path):
        return f"/{self.container}/{path.name}"


def changes_of(lake, config, workers):
    """What is not as declared, and what is to be known besides; raises \`Stop\` with all reasons why nothing may be changed."""
    owned = {one["entry"].split(":")[1] for one in config["principals"]}
    grants = config["grants"]
    paths = list(lake.paths())
    folders = {path.name for path in paths if path.is_folder}
    reasons = [f"{folder} is not there: it is made when the table is first written." for folder in sorted({one["folder"] for one in grants} - folders)]

    def change(path):
        wanted = wanted_of(path, grants)
        # \`+\` says that there is more in the list than owner, group and others. Only folders have default lists.
        if not path.is_folder and not path.permissions.endswith("+") and not wanted[""]:
            return None
        try:
            etag, entries = lake.lists(path)
            made, told = reconciled(path, entries, wanted, owned)
        except Gone:
            return None
        except Stop as stop:
            return stop
        return Change(path, etag, made, told) if told else None

    found = [one for one in workers.map(change, paths) if one is not None]
    reasons += [str(one) for one in found if isinstance(one, Stop)]
    if reasons:
        raise Stop("\\n".join(reasons))
    return found, notices(paths, config)


def notices(paths, config):
    names = {one["entry"].split(":")[1]: one["name"] for one in config["principals"]}
    owners = Counter(names[path.owner.lower()] for path in paths if path.owner.lower() in names)
    for name, count in sorted(owners.items()):
        yield f"{name} owns {count} files and folders, and may give itself any right on them."
    # \`T\` is the sticky bit where others may not execute.
    anybody = sum(1 for path in paths if set(path.permissions.rstrip("+")[-3:]) - {"-", "T"})
    if anybody:
        yield f"Anybody has rights on {anybody} files and folders, so principals have them too."
    written = {grant["folder"] for grant in config["grants"] if bits(grant["rights"]) & WRITE}
    sticky = sum(1 for path in paths if path.permissions.rstrip("+")[-1:] in ("t", "T") and any(is_in(path, folder) for folder in written))
    if sticky:
        yield f"{sticky} folders have the sticky bit: who may write there deletes and renames only what is his own."


def carried_out(lake, changes, workers):
    """Folders first: what is made in them from then on has its rights from the beginning."""

    def one(change):
        try:
            lake.set(change)
        except Gone:
            pass  # the next pass reads again what is there

    folders = sorted((change for change in changes if change.path.is_folder), key=lambda change: change.path.name)
    for change in folders:
        one(change)
    list(workers.map(one, [change for change in changes if not change.path.is_folder]))


def lines(changes, config):
    """What changes, by folder: a folder's own list, then its files."""
    names = {one["entry"].split(":")[1]: one["name"] for one in config["principals"]}
    counts = Counter()
    for change in changes:
        folder = change.path.name if change.path.is_folder else change.path.name.rpartition("/")[0]
        for id, before, after, is_default in change.told:
            what = "new children" if is_default else "folder" if change.path.is_folder else "files"
            was, now = (("no entry" if one is None else letters(one)) for one in (before, after))
            words = f"{was} → {now}" if was != now else f"{now}, which the mask hid"
            counts[(folder, ["folder", "new children", "files"].index(what), names[id], what, words)] += 1
    for (folder, _, name, what, words), count in sorted(counts.items()):
        yield f"  {folder or '/'}: {f'{count} files' if what == 'files' else what}: {name} {words}"


def roles_over(config, account_id):
    """Roles of Azure that let principals do something with all files, whatever their lists say: reasons to change nothing, and notices.

    https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control-model#how-permissions-are-evaluated
    """
    arm = Service(os.environ.get("SLUICE_ARM") or "https://management.azure.com", "https://management.azure.com", "SLUICE_ARM_TOKEN")
    place = f"{account_id.rstrip('/')}/blobServices/default/containers/{config['container']}"
    definitions = {}
    reasons, told = [], []
    for principal in config["principals"]:
        kind, id = principal["entry"].split(":")
        # \`assignedTo\` has what his groups have too, and takes no group. https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
        query = {"api-version": "2022-04-01", "$filter": f"principalId eq '{id}'" if kind == "group" else f"assignedTo('{id}')"}
        for assignment in pages(arm, f"{place}/providers/Microsoft.Authorization/roleAssignments", query):
            role = assignment["properties"]["roleDefinitionId"]
            if role not in definitions:
                definitions[role] = json.loads(arm.ask("GET", role, {"api-version": "2022-04-01"})[1])["properties"]
            if not reaches_files(definitions[role]):
                continue
            words = f"{principal['name']} has the role {definitions[role]['roleName']} at {assignment['properties']['scope']}"
            if assignment["properties"].get("condition"):
                told.append(f"{words}, on a condition: where that holds, access lists are not asked.")
            else:
                reasons.append(f"{words}, which is about all files: no access list takes that back. Take the role away.")
    return reasons, told


def pages(service, path, query):
    while True:
        answer = json.loads(service.ask("GET", path, query)[1])
        yield from answer["value"]
        following = answer.get("nextLink")
        if not following:
            return
        parts = urllib.parse.urlsplit(following)
        path, query = urllib.parse.unquote(parts.path), dict(urllib.parse.parse_qsl(parts.query))


def reaches_files(definition):
    blobs = "microsoft.storage/storageaccounts/blobservices/containers/blobs/"
    actions = [blobs + one for one in ("read", "write", "delete", "add/action", "move/action", "runassuperuser/action", "manageownership/action", "modifypermissions/action")]

    def covered(patterns, action):
        return any(fnmatch.fnmatchcase(action, pattern.lower()) for pattern in patterns)

    return any(
        covered(one.get("dataActions") or [], action) and not covered(one.get("notDataActions") or [], action)
        for one in definition["permissions"]
        for action in actions
    )


def account_of(config):
    """The account as a resource of Azure, where the environment says in which subscription its resources are."""
    arm = Service(os.environ.get("SLUICE_ARM") or "https://management.azure.com", "https://management.azure.com", "SLUICE_ARM_TOKEN")
    if "subscription" in config:
        kind = f"resourceType eq 'Microsoft.Storage/storageAccounts' and name eq '{config['account']}'"
        found = list(pages(arm, f"/subscriptions/{config['subscription']}/resources", {"api-version": "2021-04-01", "$filter": kind}))
        if len(found) == 1:
            return found[0]["id"]
    raise Stop(f"Which resource the account {config['account']} is could not be found, so that roles of Azure are not looked at: say it by --account-id, or leave them out by --without-roles.")


def main(arguments):
    parser = argparse.ArgumentParser(description="Brings who may read and change files of a data lake to what is declared.")
    parser.add_argument("config", help="env/<name>/grants/lake.files.json")
    parser.add_argument("--plan", action="store_true", help="only tells what would change")
    roles = parser.add_mutually_exclusive_group()
    roles.add_argument("--account-id", help="the storage account as a resource: /subscriptions/…/storageAccounts/…")
    roles.add_argument("--without-roles", action="store_true", help="does not look whether roles of Azure let principals do more")
    options = parser.parse_args(arguments)
    with open(options.config, encoding="utf-8") as file:
        config = json.load(file)
    lake = Lake(config["account"], config["container"])
    try:
        reasons, told = ([], []) if options.without_roles else roles_over(config, options.account_id or account_of(config))
        if reasons:
            raise Stop("\\n".join(reasons))
        with ThreadPoolExecutor(AT_ONCE) as workers:
            return brought(lake, config, workers, options.plan, told)
    except (Stop, Gone) as stop:
        for line in (f"{stop} is not there." if isinstance(stop, Gone) else str(stop)).splitlines():
            print(f"! {line}")
        print("Nothing more was changed.")
        return 1


def brought(lake, config, workers, is_plan, told):
    place = f"{config['container']} of {config['account']}"
    for number in range(MOST_PASSES):
        changes, others = changes_of(lake, config, workers)
        if number == 0:
            for notice in [*told, *others]:
                print(f"- {notice}")
        if not changes:
            print(f"{place}: {'nothing to change' if number == 0 else 'as declared'}")
            return 0
        print(f"{place}: {'would change' if is_plan else 'changing'} {len(changes)} files and folders")
        for line in lines(changes, config):
            print(line)
        if is_plan:
            return 0
        carried_out(lake, changes, workers)
    print(f"! {place} was changed by others all the time. Run this again.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
`,
} as const;
