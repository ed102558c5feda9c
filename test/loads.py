"""Makes loads and runs over them, as histories say, by the emitted module on folders of this machine.

    python3 loads.py MODULE RUNNER < HISTORIES    prints for each history what each of its runs has taken: [[…], …]

Only the listing by Spark is another one here: of the same names, lengths and times.
"""
import json
import os
import sys
import tempfile
from dataclasses import dataclass


def module(path, runner):
    sys.path.insert(0, runner)
    from workspace import file_system

    names = {"json": json, "dataclass": dataclass, "lake_files": lambda: file_system(lambda name, is_folder: f"{name}/" if is_folder else name)}
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), names)
    names["files_below"] = files_below
    return names


def files_below(folder):
    if not os.path.isdir(folder):
        return None
    visible = [(at, name) for at, _, found in os.walk(folder) for name in found if name[0] not in "._"]
    return [(os.path.join(at, name), os.path.getsize(os.path.join(at, name)), int(os.path.getmtime(os.path.join(at, name)) * 1_000_000)) for at, name in visible]


def load(folder, step, time):
    place = os.path.join(folder, step["name"])
    os.makedirs(place)
    files = step["files"]
    said = [{"name": name, "length": len(text.encode())} for name, text in files.items()]
    flaw = step["flaw"]
    if flaw == "missing file":
        files = dict(list(files.items())[1:])
    for name, text in files.items():
        with open(os.path.join(place, name), "w", encoding="utf-8") as file:
            file.write(text[:-1] if flaw == "short file" else text)
        os.utime(os.path.join(place, name), (time, time))
    if flaw != "no note":
        note = json.dumps({"files": said})
        with open(os.path.join(place, "_load.json.unfinished" if flaw == "unfinished note" else "_load.json"), "w", encoding="utf-8") as file:
            file.write(note[:-2] if flaw == "short note" else note)


def run(names, folder, before):
    loads = names["Loads"]("lists", folder, "a int")
    try:
        version = loads.version(before)
    except RuntimeError as error:
        return before, {"refused": str(error)}
    name, files = loads.load(version) if version else (None, [])
    try:
        loads.expect_none_late()
        late = None
    except RuntimeError as error:
        late = str(error)
    rows = {file: open(os.path.join(folder, name, file), encoding="utf-8").read() for file in files}
    return version, {"taken": name, "rows": rows, "late": late}


def played(names, history):
    with tempfile.TemporaryDirectory() as place:
        folder, before, runs = os.path.join(place, "loads"), None, []
        for time, step in enumerate(history, start=1_000_000):
            if step["do"] == "load":
                load(folder, step, time)
            elif step["do"] == "remove":
                os.rename(os.path.join(folder, step["name"]), os.path.join(place, step["name"]))
            else:
                before, told = run(names, folder, before)
                runs.append(told)
        return runs


names = module(*sys.argv[1:])
print(json.dumps([played(names, history) for history in json.load(sys.stdin)]))
