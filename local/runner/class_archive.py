"""Has Spark load the classes of a usual run, and waits until its JVM, which archives them at its end, is gone.

    class_archive.py SETTINGS SCRATCH
"""

import json
import os
import sys

from classic import ClassicSpark


def main(settings, scratch):
    os.chdir(scratch)  # Spark 4 leaves folders where it is started
    engine = ClassicSpark(settings)
    jvm = engine.session.sparkContext._gateway.proc
    work(engine.session, scratch)
    engine.stop()
    jvm.stdin.close()
    sys.exit(jvm.wait())


def work(spark, scratch):
    """A table that a stream fills from another."""
    source, copy = f"{scratch}/source", f"{scratch}/copy"
    spark.sql(f"CREATE TABLE delta.`{source}` (id BIGINT, name STRING) USING DELTA")
    spark.range(10).selectExpr("id", "CAST(id AS STRING) AS name").write.format("delta").mode("append").save(source)

    def write(rows, batch):
        rows.write.format("delta").mode("append").option("txnAppId", "copy").option("txnVersion", batch).save(copy)

    rows = spark.readStream.format("delta").load(source)
    writer = rows.writeStream.foreachBatch(write).option("checkpointLocation", f"{scratch}/checkpoint")
    writer.trigger(availableNow=True).start().awaitTermination()
    spark.read.format("delta").load(copy).groupBy("name").count().collect()


main(json.loads(sys.argv[1]), sys.argv[2])
