"""An archive, as an orchestrator's copy unpacks it: whole, or not at all."""

import os
import shutil
import zipfile
import zlib

PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def unzip(archive, folder):
    """Unpacks all files of an archive into a folder; gives why it cannot be, or None."""
    parts = f"{folder}.parts"
    shutil.rmtree(parts, ignore_errors=True)
    try:
        with zipfile.ZipFile(archive) as opened:
            for entry in opened.infolist():
                if entry.flag_bits & 1:
                    return f"{archive}: {entry.filename} is encrypted."
                if entry.compress_type not in PACKED:
                    return f"{archive}: {entry.filename} is packed by another method than deflate."
                opened.extract(entry, parts)  # which checks its sum, and leads out of no folder
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        return f"{archive} is no whole archive: {error}"
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(parts, exist_ok=True)  # of an archive without files
    os.replace(parts, folder)
    return None
