from functools import reduce
from pyspark.sql.types import ArrayType, DateType, DecimalType, MapType, StringType, StructField, StructType, TimestampType


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
    exact = [field for field in fields if spelled(field.dataType, of_text) != field.dataType]
    rows = json_body(lines, columns, ["_file", "_at"])
    for name, decimal in (("_wide", with_room), ("_text", of_text)):
        kinds = [StructField(field.name, spelled(field.dataType, decimal)) for field in exact]
        rows = rows.withColumn(name, F.from_json("_body", StructType(kinds)) if kinds else F.lit(None))
    whole = F.coalesce(*[told(field, does_not_fit(field)) for field in fields], F.lit("it is no JSON object"))
    values = [told(field, is_other(field.dataType, *values_of(field.name))) for field in exact]
    why = F.when(F.col("_goes").isNotNull(), whole).otherwise(F.coalesce(*values, F.lit(None).cast("string")))
    return rows.withColumn("_misfit", why).drop("_body", "_goes", "_wide", "_text")


def told(field, misfits):
    return F.when(misfits, F.lit(f"`{field.name}` is no {field.dataType.simpleString()}"))


def values_of(name):
    return F.col(f"`{name}`"), F.col("_wide").getField(name), F.col("_text").getField(name)


def spelled(kind, decimal):
    """A type with days and times as they are written, and decimals as `decimal` gives their type."""
    if isinstance(kind, ArrayType):
        return ArrayType(spelled(kind.elementType, decimal))
    if isinstance(kind, MapType):
        return MapType(kind.keyType, spelled(kind.valueType, decimal))
    if isinstance(kind, StructType):
        return StructType([StructField(field.name, spelled(field.dataType, decimal)) for field in kind.fields])
    if isinstance(kind, DecimalType):
        return decimal(kind)
    return StringType() if isinstance(kind, (DateType, TimestampType)) else kind


def with_room(kind):
    return DecimalType(38, 38 - kind.precision + kind.scale)


def of_text(kind):
    return StringType()


def is_other(kind, value, wide, text):
    """Whether a value is another one than what is written, though Spark's parser takes it: it rounds decimals to their scale and passes over
    their commas, takes a whole number for the seconds since 1970, a day for what is left of a time, and an hour for one of today.
    """
    if isinstance(kind, DecimalType):
        return ~value.cast(with_room(kind)).eqNullSafe(wide) | text.contains(",")
    if isinstance(kind, (DateType, TimestampType)):
        return ~text.rlike(rf"\A\s*({WRITTEN['date']})\s*\z" if isinstance(kind, DateType) else rf"\A\s*{DATE}")
    if isinstance(kind, ArrayType):
        return any_other(kind.elementType, value, wide, text)
    if isinstance(kind, MapType):
        return any_other(kind.valueType, F.map_values(value), F.map_values(wide), F.map_values(text))
    if isinstance(kind, StructType):
        within = [is_other(field.dataType, *(one.getField(field.name) for one in (value, wide, text))) for field in kind.fields]
        return reduce(lambda one, other: one | other, within)
    return F.lit(False)


def any_other(kind, values, wide, text):
    others = F.transform(values, lambda value, at: F.coalesce(is_other(kind, value, F.get(wide, at), F.get(text, at)), F.lit(False)))
    return F.exists(others, lambda other: other)


def listed(lines, within):
    """What a list in each line's object holds, in its order; of a line that has no such list what is no object."""
    kind = ArrayType(StringType())
    for name in reversed(within):
        kind = StructType([StructField(name, kind)])
    found = F.from_json("body", kind)
    for name in within:
        found = found.getField(name)
    at = F.format_string("%s %019d", "_at", "_in_list")
    return lines.select("_file", "_at", F.posexplode(F.coalesce(found, F.array(F.lit("null")))).alias("_in_list", "body")).select("body", "_file", at.alias("_at"))


def does_not_fit(field):
    """Whether a line has a value for the column that is none of its type: so it is read as a text, and not as what it should be."""
    as_text = F.from_json("_body", StructType([StructField(field.name, StringType())]))
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    typed = F.from_json("_body", StructType([field, StructField("_unparsable", StringType())]), options)
    return as_text[field.name].isNotNull() & typed["_unparsable"].isNotNull()


LANDED_ROWS["json"] = json_rows
