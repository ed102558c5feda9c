"""A load of shops, made so that it can be asked for again at any time: by a retry, or while an earlier call still goes on."""

import json
import os
import re
import secrets
import urllib.request

FOLDER = re.compile(r"shops/load=\d{8}T\d{6}\.\d{6}Z-[0-9a-f]{8}")
NOTE = "_load.json"


def load(folder, settings):
    if not FOLDER.fullmatch(folder):
        raise ValueError(f"{folder!r} is no folder of a load")
    place = os.path.join(settings["LAKE"], *folder.split("/"))
    if os.path.exists(os.path.join(place, NOTE)):
        return {"folder": folder, "is_new": False}
    shops = read(settings)
    lines = "".join(json.dumps(shop, ensure_ascii=False) + "\n" for shop in shops).encode()
    # Another call writes other files: what the note names stays as it is.
    name = f"shops-{secrets.token_hex(8)}.json"
    write(place, name, lines)
    is_first = write(place, NOTE, json.dumps({"files": [{"name": name, "length": len(lines)}]}).encode())
    return {"folder": folder, "is_new": is_first}


def read(settings):
    request = urllib.request.Request(f"{settings['SHOPS_API']}/shops", headers={"Authorization": f"Bearer {settings['SHOPS_API_TOKEN']}"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["shops"]


def write(place, name, data):
    """A whole file, or none, and none twice; whether it was not there yet."""
    os.makedirs(place, exist_ok=True)
    unfinished = os.path.join(place, f".{name}.{secrets.token_hex(8)}")
    with open(unfinished, "wb") as file:
        file.write(data)
    try:
        os.link(unfinished, os.path.join(place, name))
    except FileExistsError:
        return False
    finally:
        os.unlink(unfinished)
    return True
