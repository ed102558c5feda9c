from pyspark.sql.types import DateType, DecimalType, TimestampType


def is_time(kind):
    return isinstance(kind, (DateType, TimestampType))


def is_decimal(kind):
    return isinstance(kind, DecimalType)


DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def time_of(kind, text):
    """What a text says that begins with a day, and of a day with nothing else but midnight; null if it is none."""
    if isinstance(kind, DateType):
        return F.try_to_timestamp(F.when(text.rlike(rf"\A\s*{DAY}([T ]00:00:00(\.0+)?(Z|\+00:00)?)?\s*\z"), text)).cast("date")
    return F.try_to_timestamp(F.when(text.rlike(rf"\A\s*{DAY}"), text))


def is_rounded(kind, text):
    """Whether the text of a decimal has more digits behind its point than the type, or anything in it but digits, point, sign and power of ten."""
    if not is_decimal(kind):
        return F.lit(False)
    digits, power = F.regexp_extract(text, "[0-9.]+", 0), F.regexp_extract(text, r"[eE]\+?(-?[0-9]{1,4})\z", 1)
    significant = F.regexp_replace(digits, r"(?<![0.])[0.]++\z|\.", "")
    behind = F.length(significant) - F.length(F.substring_index(digits, ".", 1)) - F.coalesce(F.when(power != "", power).cast("int"), F.lit(0))
    is_plain = text.rlike(r"\A[+-]?(?=\.?[0-9])[0-9]*+(\.[0-9]*+)?+([eE][+-]?[0-9]{1,4})?\z")
    return ~is_plain | ((significant != "") & (behind > kind.scale))
