"""What the rows of two tables come to in pairs, counted apart from the query that joins them as they come."""

from pyspark.sql import functions as F


def pairs(spark, command):
    """How many pairs there are (`semi`: rows of the first table in any), how many of its rows are in none, and how many of those may still
    get into one.

    `watermark`: what both tables have passed; None where it is not known, and then nothing is said of rows without a match.
    """
    own = spark.read.format("delta").load(command["own"]).selectExpr(*command["columns"]).alias("_own")
    other = spark.read.format("delta").load(command["other"]).alias(command["name"])
    time, of_other = f"_own.`{command['own_time']}`", f"{command['name']}.`{command['other_time']}`"
    near = f"{of_other} BETWEEN {time} - INTERVAL {command['before']} AND {time} + INTERVAL {command['after']}"
    matches = F.expr(f"({command['on']}) AND {near}")
    paired = own.join(other, matches, "left_semi" if command["how"] == "semi" else "inner")
    counts = {"pairs": int(paired.count())}  # through Spark Connect a count is one of NumPy
    if command["watermark"] is None:
        return counts
    alone = own.join(other, matches, "left_anti")
    # Spark keeps a row until the watermark is a millisecond beyond what it could match.
    closed = F.lit(command["watermark"]).cast("timestamp") - F.expr("INTERVAL 1 millisecond")
    waits = F.expr(f"`{command['own_time']}` + INTERVAL {command['after']}") > closed
    found = alone.agg(F.count(F.lit(1)).alias("alone"), F.count_if(waits).alias("waiting")).first()
    return {**counts, "alone": found["alone"], "waiting": found["waiting"]}
