"""What the rows of a table come to in windows, counted apart from the query that aggregates them."""

from pyspark.sql import functions as F


def windowed(spark, command):
    """How many windows the rows are in, each row counted once for each of them; and in how many that are not closed yet."""
    rows = spark.read.format("delta").load(command["path"])
    length = [command["size"], command["hop"]] + ([command["offset"]] if command["offset"] else [])
    ends = rows.select(F.window(command["column"], *length).alias("window")).select("window.end")
    closed = F.lit(command["watermark"]).cast("timestamp")
    counts = ends.agg(F.count(F.lit(1)).alias("total"), F.count_if(F.col("end") > closed).alias("open")).first()
    return {"total": counts["total"], "open": counts["open"]}
