"""Unpacks the archive that a jar holds: `unpack.py JAR FOLDER`."""

import sys
import tarfile
import zipfile


def main(jar, folder):
    with zipfile.ZipFile(jar) as outer:
        [name] = [name for name in outer.namelist() if name.endswith(".txz")]
        with outer.open(name) as packed, tarfile.open(fileobj=packed, mode="r:xz") as archive:
            archive.extractall(folder)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
