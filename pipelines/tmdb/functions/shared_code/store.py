"""Where a load is written: a container of a storage account, or a folder of this machine."""

import os


def open_store(place):
    """A container by its address, `https://lake.blob.core.windows.net/lake`, or a folder by its path. Both take a file whole or not at all, and none twice."""
    return ContainerStore(place) if place.startswith("https://") else FolderStore(place)


class ContainerStore:
    """A container, reached as the app's managed identity; a file is one blob, which is there when the upload is over."""

    def __init__(self, address):
        from azure.identity import DefaultAzureCredential
        from azure.storage.blob import ContainerClient

        self.container = ContainerClient.from_container_url(address, credential=DefaultAzureCredential())

    def write(self, path, data):
        self.container.upload_blob(path, data, overwrite=False)


class FolderStore:
    """A folder; a file gets its name when it is whole."""

    def __init__(self, path):
        self.path = path

    def write(self, path, data):
        target = os.path.join(self.path, *path.split("/"))
        folder, name = os.path.split(target)
        os.makedirs(folder, exist_ok=True)
        unfinished = os.path.join(folder, f".{name}.unfinished")
        with open(unfinished, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.link(unfinished, target)
        os.unlink(unfinished)
