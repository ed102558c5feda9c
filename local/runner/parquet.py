"""A file of Parquet, as an orchestrator's copy writes it: one file, times in it as INT96."""

import glob
import os
import shutil

from append import literally
from pyspark.sql import functions as F

SETTINGS = {"spark.sql.parquet.outputTimestampType": "INT96", "spark.sql.parquet.int96RebaseModeInWrite": "CORRECTED"}


def write_parquet(spark, path, columns, cells):
    """Writes the rows of a file of cells (`{"row": [text or null, …]}` on each line), which is removed then. `spark`: a session of its own."""
    for name, value in SETTINGS.items():
        spark.conf.set(name, value)
    rows = spark.read.schema("row array<string>").json(literally(cells))
    values = [F.col("row")[at].cast(column["type"]).alias(column["name"]) for at, column in enumerate(columns)]
    parts = f"{path}.parts"
    rows.select(*values).coalesce(1).write.mode("overwrite").parquet(parts)
    [part] = glob.glob(os.path.join(glob.escape(parts), "part-*.parquet"))
    os.replace(part, path)
    shutil.rmtree(parts)
    os.remove(cells)
