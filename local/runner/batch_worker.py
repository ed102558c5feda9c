"""The Python in which Spark Connect's server runs the batches of a query: it connects first, and loads PySpark then.

The server waits ten seconds for it to connect, and ten more for the secret; no setting changes either (`setSoTimeout` of
PythonWorkerFactory and SocketAuthHelper). Spark's own worker loads all of PySpark before, which on a busy machine takes longer. What
comes after the two is Spark's own, and waits for ever.
https://github.com/apache/spark/blob/v3.5.5/core/src/main/scala/org/apache/spark/api/python/PythonWorkerFactory.scala
"""

import importlib
import os
import runpy
import shlex
import socket
import struct
import sys

# Workers of batches and of listeners; others (`pyspark.daemon`) are Spark's own as they are.
STREAMING = "pyspark.sql.connect.streaming.worker."


def write_launcher(folder):
    """Makes the program that Spark's variable PYSPARK_PYTHON is to name: this file, in the Python that runs now. Gives its path."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "python")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(os.path.abspath(__file__))} "$@"\n')
    os.chmod(path, 0o755)
    return path


def connected(port, secret):
    """A file of the connection to the server, which knows the secret and the number of this process by then."""
    connection = socket.create_connection(("127.0.0.1", port))
    file = connection.makefile("rwb", int(os.environ.get("SPARK_BUFFER_SIZE", 65536)))
    write(file, secret.encode())
    (length,) = struct.unpack("!i", file.read(4))
    if file.read(length) != b"ok":
        raise RuntimeError("The server of Spark Connect does not take the secret of its worker.")
    file.write(struct.pack("!i", os.getpid()))
    file.flush()
    return file


def write(file, data):
    file.write(struct.pack("!i", len(data)) + data)
    file.flush()


def main(flag, module, *rest):
    """Does what `python -m module` does."""
    if flag != "-m":
        raise ValueError(f"This is started as `-m module`, not as `{flag} {module}`.")
    # What `-m` puts in this place is the folder where it was started, of which a worker needs nothing.
    del sys.path[0]
    if not module.startswith(STREAMING):
        sys.argv = [module, *rest]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    file = connected(int(os.environ["PYTHON_WORKER_FACTORY_PORT"]), os.environ["PYTHON_WORKER_FACTORY_SECRET"])
    importlib.import_module(module).main(file, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
