from pyspark.sql.types import StringType, StructField, StructType


def json_rows(session, paths, columns, *within):
    """Rows of files with a JSON object on each line; lines with nothing are passed over, as is a mark of the order of bytes. `within`: the
    names that lead to a list of rows in each line's object.

    Fields that are not declared are not read, and one that is not there is null. A line that is no such object, or has a field that
    does not fit its column, fits as a whole not.
    """
    lines = session.read.option("lineSep", "\n").text(paths)
    # The place in the file, as a text in its order: a large file is read by several tasks.
    place = "format_string('%019d %019d', _metadata.file_block_start, monotonically_increasing_id())"
    lines = lines.select(F.regexp_replace("value", r"\A\x{FEFF}|\s+\z", "").alias("body"), *places_in_files(place)).where("body != ''")
    if within:
        lines = listed(lines, within)
    fields = fields_of(session, columns)
    rows = exact_json(lines, columns, ["_file", "_at"])
    misfits = [F.when(does_not_fit(field), no_value(field.name, field.dataType)) for field in fields]
    why = F.when(F.col("_goes").isNotNull(), F.coalesce(*misfits, F.lit("it is no JSON object"))).otherwise(F.col("_misfit"))
    return rows.withColumn("_misfit", why).drop("_body", "_goes")


def listed(lines, within):
    """What a list in each line's object holds, in its order; of a line that has no such list, or more than its object, what is no object.

    Spark makes doubles of numbers that it hands on as texts: so they are taken out of their list as texts that are sealed.
    """
    kind = "array<string>"
    for name in reversed(within[1:]):
        kind = f"struct<`{name}`: {kind}>"
    frame = framed(F.regexp_replace("body", NUMBER, f'$1"{SEAL}$2"'), f"`{within[0]}` {kind}")
    found = F.get(frame.getField(SEAL), F.lit(0))
    for name in within:
        found = found.getField(name)
    values = F.transform(F.when(is_whole(frame), found), lambda value: F.regexp_replace(value, rf'"?{SEAL}([^"]*)"?', "$1"))
    at = F.format_string("%s %019d", "_at", "_in_list")
    return lines.select("_file", "_at", F.posexplode(F.coalesce(values, F.array(F.lit("null")))).alias("_in_list", "body")).select("body", "_file", at.alias("_at"))


def does_not_fit(field):
    """Whether a line has a value for the column that is none of its type: so it is read as a text, and not as what it should be."""
    as_text = F.from_json("_body", StructType([StructField(field.name, StringType())]))
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    body = without_long_powers(F.col("_body")) if those_with(is_decimal, {field.name: field.dataType}) else F.col("_body")
    typed = F.from_json(body, StructType([field, StructField("_unparsable", StringType())]), options)
    return as_text[field.name].isNotNull() & typed["_unparsable"].isNotNull()


LANDED_ROWS["json"] = json_rows
