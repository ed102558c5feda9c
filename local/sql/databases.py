"""Databases on this machine that take SQL Server's language, as far as H2 does: files, in a Java of their own.

    databases.py CLASSPATH

Commands come as JSON lines on standard input, answers go as JSON lines to file descriptor 4. What was committed is in the
file before it is answered (WRITE_DELAY=0), so a process that is killed loses nothing that anybody was told of.
https://h2database.com/html/features.html#compatibility
"""

import csv
import io
import json
import os
import sys
import uuid

from py4j.java_gateway import GatewayParameters, JavaGateway, launch_gateway
from py4j.protocol import Py4JJavaError

CHANNEL = 4
SETTINGS = "MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;FILE_LOCK=FS;TRACE_LEVEL_FILE=0"
NULL = uuid.uuid4().hex  # no value is this text


class Refused(Exception):
    pass


class Databases:
    def __init__(self, classpath):
        options = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"]
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java")
        port = launch_gateway(classpath=classpath, javaopts=options, java_path=java, die_on_exit=True)
        self.java = JavaGateway(gateway_parameters=GatewayParameters(port=port)).jvm
        self.connections = {}

    def open(self, path):
        if path not in self.connections:
            manager = self.java.java.sql.DriverManager
            self.connections[path] = manager.getConnection(f"jdbc:h2:file:{path};{SETTINGS}", "sa", "")
        return self.connections[path]

    def run(self, path, statements, seconds):
        """All of the statements, or none of them; what each comes to."""
        connection = self.open(path)
        connection.setAutoCommit(False)
        try:
            results = [self.execute(connection, statement, seconds) for statement in statements]
            connection.commit()
            return results
        except BaseException:
            connection.rollback()
            raise

    def execute(self, connection, statement, seconds):
        asked = connection.createStatement()
        try:
            asked.setQueryTimeout(seconds)
            if asked.execute(statement):
                return self.table(asked.getResultSet())
            return {"count": asked.getUpdateCount()}
        except Py4JJavaError as error:
            raise Refused(said(error.java_exception.getMessage())) from error
        finally:
            asked.close()

    def table(self, rows):
        about = rows.getMetaData()
        columns = [
            {"name": about.getColumnLabel(at), "type": about.getColumnTypeName(at), "precision": about.getPrecision(at), "scale": about.getScale(at)}
            for at in range(1, about.getColumnCount() + 1)
        ]
        text = self.java.java.io.StringWriter()
        writer = self.java.org.h2.tools.Csv()  # in one call: each value by itself would be a call of its own
        writer.setNullString(NULL)
        writer.setLineSeparator("\n")
        writer.write(text, rows)
        records = csv.reader(io.StringIO(text.toString(), newline=""))
        next(records)
        return {"columns": columns, "rows": [[None if cell == NULL else cell for cell in record] for record in records]}

    def close(self):
        for connection in self.connections.values():
            connection.close()


def said(message):
    """H2's message without the statement that it repeats: `Column "nope" not found [42122-232]`."""
    head, repeats, tail = message.partition("; SQL statement:\n")
    return f"{head} {tail[tail.rfind('[') :]}" if repeats else head


def main(classpath):
    csv.field_size_limit(sys.maxsize)
    channel = os.fdopen(CHANNEL, "w", encoding="utf-8")

    def answer(**words):
        channel.write(json.dumps(words) + "\n")
        channel.flush()

    databases = Databases(classpath)
    answer(kind="ready")
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer(kind="ran", results=databases.run(command["path"], command["statements"], command["seconds"]))
        except Refused as error:
            answer(kind="refused", error=str(error))
        except Exception as error:  # a bad command is the caller's, not the end of the process
            answer(kind="refused", error=f"{type(error).__name__}: {error}")
    databases.close()


if __name__ == "__main__":
    main(sys.argv[1])
