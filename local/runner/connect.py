"""A Spark that is reached only through Spark Connect: its server is a process of its own, and in this one there is no JVM."""

import os
import socket
import subprocess
import sys
import threading
import time

from batch_worker import write_launcher
from pyspark.sql import SparkSession

SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"


class ConnectSpark:
    """Its session is what tables are read in; each notebook gets one of its own. What batches print is in the server's log.

    https://spark.apache.org/docs/latest/spark-connect-overview.html
    """

    def __init__(self, settings):
        port = free_port()
        self.address = f"sc://127.0.0.1:{port}"
        # Spark 3.5 knows no address, and listens on all.
        given = {**settings, "spark.connect.grpc.binding.port": str(port), "spark.connect.grpc.binding.address": "127.0.0.1"}
        words = [word for name, value in given.items() for word in ("--conf", f"{name}={value}")]
        submit = os.path.join(os.environ["SPARK_HOME"], "bin", "spark-submit")
        env = {**os.environ, "PYSPARK_PYTHON": write_launcher(settings["spark.local.dir"])}
        # Its standard output would be that of the notebooks; the keeper ends it with this process, however that ends.
        self.server = subprocess.Popen([submit, "--class", SERVER, *words, "spark-internal"], stdin=subprocess.DEVNULL, stdout=sys.stderr, env=env)
        wait_for(port, self.server)
        self.is_stopping = False
        threading.Thread(target=self.end_with_server, daemon=True).start()
        self.sessions = []
        self.session = self.new_session()

    def new_session(self):
        """Sessions are kept: one that is forgotten is closed by whatever thread tidies up, and may wait there for itself for ever."""
        session = SparkSession.builder.remote(self.address).create()
        self.sessions.append(session)
        return session

    def end_with_server(self):
        """A client goes on asking a server that has ended, for many minutes."""
        code = self.server.wait()
        if not self.is_stopping:
            print(f"The server of Spark Connect has ended, with code {code}.", file=sys.stderr, flush=True)
            os._exit(1)

    def stop(self):
        self.is_stopping = True
        self.server.terminate()
        self.server.wait()


def free_port():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return bound.getsockname()[1]


def wait_for(port, server):
    """Waits until the server listens."""
    while server.poll() is None:
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"The server of Spark Connect has ended, with code {server.returncode}.")
