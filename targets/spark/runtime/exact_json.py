from functools import reduce
from operator import or_
from pyspark.sql.types import ArrayType, MapType, StructType


def exact_json_body(events, columns, position):
    """`json_body` for columns with decimals, days or times: a body in which one is another value than what is written goes no further either."""
    rows = exact_json(events, columns, position)
    goes = F.when(F.col("_misfit").isNotNull(), "unparsable")
    return rows.withColumn("_goes", F.coalesce("_goes", goes)).drop("_misfit")


def exact_json(events, columns, position):
    """What `json_body` gives, and which column is another value than what is written (`_misfit`): what is other is null.

    Spark's parser takes a whole number for the seconds since 1970, an hour for one of today, and a day for what is left of a time: so days
    and times are read as texts. It rounds decimals and passes over their commas, and no type keeps a number as it is written: so a
    body in which one is not written plainly is read again, with all numbers made texts.
    """
    kinds = {field.name: field.dataType for field in spark.createDataFrame([], columns).schema.fields}
    times, decimals = those_with(is_time, kinds), those_with(is_decimal, kinds)
    kept = [*position, "_body", "_goes"]
    columns = spelled(kinds, lambda kind: "string" if is_time(kind) else kind.simpleString())
    rows = json_body(events, columns, position, lambda body: computable(body, decimals, columns) if decimals else body)
    values = [with_times(kind, column(name)).cast(kind).alias(name) if name in times else column(name) for name, kind in kinds.items()]
    again = [F.when(are_not_plain(F.col("_body"), decimals), numbers_as_texts(decimals)).alias("_decimals")] if decimals else []
    rows = rows.select(*values, *kept, F.struct(*map(column, kinds)).alias("_read"), *again)
    others = {name: is_no_time_in(kind, F.col("_read").getField(name), column(name)) for name, kind in times.items()}
    for name, kind in decimals.items():
        others[name] = others.get(name, F.lit(False)) | any_in(kind, F.col("_decimals").getField(name), is_rounded)
    values = [F.when(~others[name], column(name)).alias(name) if name in decimals else column(name) for name in kinds]
    misfits = [F.when(is_other, no_value(name, kinds[name])) for name, is_other in others.items()]
    return rows.select(*values, *kept, F.coalesce(*misfits, F.lit(None).cast("string")).alias("_misfit"))


def no_value(name, kind):
    return F.lit(f"`{name}` is no {kind.simpleString()}")


def column(name):
    return F.col(f"`{name}`")


def those_with(is_such, kinds):
    """The columns in whose types there is such a leaf."""
    return {name: kind for name, kind in kinds.items() if any(is_such(leaf) for _, leaf in leaves(name, kind))}


def spelled(kinds, leaf):
    return ", ".join(f"`{name}` {spelling(kind, leaf)}" for name, kind in kinds.items())


def spelling(kind, leaf):
    """A type as DDL. `leaf`: how one is written that is made of no others."""
    if isinstance(kind, ArrayType):
        return f"array<{spelling(kind.elementType, leaf)}>"
    if isinstance(kind, MapType):
        return f"map<{kind.keyType.simpleString()}, {spelling(kind.valueType, leaf)}>"
    if isinstance(kind, StructType):
        return "struct<" + ", ".join(f"`{field.name}`: {spelling(field.dataType, leaf)}" for field in kind.fields) + ">"
    return leaf(kind)


def leaves(name, kind):
    """The types that a column's type comes to, each with the name that stands before its value, or before the list or map that it is in."""
    if isinstance(kind, (ArrayType, MapType)):
        return leaves(name, kind.elementType if isinstance(kind, ArrayType) else kind.valueType)
    if isinstance(kind, StructType):
        return [leaf for field in kind.fields for leaf in leaves(field.name, field.dataType)]
    return [(name, kind)]


def any_in(kind, value, is_so):
    """Whether `is_so` of a leaf of the value and the leaf's type."""
    if isinstance(kind, ArrayType):
        return holds(F.exists(value, lambda one: any_in(kind.elementType, one, is_so)))
    if isinstance(kind, MapType):
        return any_in(ArrayType(kind.valueType), F.map_values(value), is_so)
    if isinstance(kind, StructType):
        return reduce(or_, [any_in(field.dataType, value.getField(field.name), is_so) for field in kind.fields])
    return holds(is_so(kind, value))


def with_times(kind, value):
    """The value with its texts as the days and times that they are."""
    if isinstance(kind, ArrayType):
        return F.transform(value, lambda one: with_times(kind.elementType, one))
    if isinstance(kind, MapType):
        return F.transform_values(value, lambda _, one: with_times(kind.valueType, one))
    if isinstance(kind, StructType):
        return F.when(value.isNotNull(), F.struct(*[with_times(field.dataType, value.getField(field.name)).alias(field.name) for field in kind.fields]))
    return time_of(kind, value) if is_time(kind) else value


def is_no_time_in(kind, texts, value):
    if is_time(kind):
        return texts.isNotNull() & value.isNull()
    return any_in(kind, texts, lambda leaf, text: is_no_time_in(leaf, text, time_of(leaf, text)) if is_time(leaf) else F.lit(False))


def are_not_plain(body, kinds):
    """Whether a decimal in a body may be another one than what is written: behind its name is not plainly a number that its type has room for.
    A name may be written with codes of its letters.
    """
    others = [r"\\u00(?:3[0-9]|[4-7])"]
    for name, kind in [leaf for name, kind in kinds.items() for leaf in leaves(name, kind) if is_decimal(leaf[1])]:
        plain = rf"-?[0-9]*+(?:\.[0-9]{{0,{kind.scale}}}+)?+"
        others.append(rf"""{name}["']\s*+:\s*+(?!(?:{plain}|"{plain}"|null)[\s,}}])""")
    return reduce(or_, [body.rlike(other) for other in others])


# A power of ten of five digits or more, as Java reads it of a text: with commas, signs, digits of other scripts, codes of letters.
LONG_POWER = r"(?:[eE]|\\u00[46]5)(?:[+,\p{Nd}-]|\\u[0-9a-fA-F]{4}){5}"


def computable(body, kinds, columns):
    """A body, or, if a decimal of it has such a power of ten, a text that is not parsable either: of 1e99999999 Spark would make a 1 with as many noughts, without end.

    A body that may have one is parsed with other values in place of all such numbers: where a decimal was one, that fails.
    """
    without = without_long_powers(body)
    has_one = body.rlike(LONG_POWER) & are_not_plain(body, kinds) & framed(without, columns).getField("_unparsable").isNotNull()
    return F.when(has_one, without).otherwise(body)


def without_long_powers(body):
    """A body in which something that is no decimal stands for each number with a large power of ten: as a number, or as a text that is a value.

    A text of up to four digits of power is one that a decimal may be (`is_rounded`).
    """
    number = r"-?[0-9][0-9.]*+[eE][+-]?+[0-9]{5}[0-9.eE+-]*+"
    text, long = r"Q[^Q\\]*+(?:\\.[^Q\\]*+)*+Q", rf"Q(?:(?!{LONG_POWER})(?:[^Q\\]|\\.))*+{LONG_POWER}(?:[^Q\\]|\\.)*+Q(?!\s*+:)"
    plain = r"Q[+-]?[0-9]*+\.?[0-9]*+(?:[eE][+-]?[0-9]{1,4})?Q"
    texts, longs, plains = ("|".join(form.replace("Q", quote) for quote in "\"'") for form in (text, long, plain))
    body = F.regexp_replace(body, rf"\G((?:[^\"'0-9-]|-(?![0-9])|{texts}|(?!{number})-?[0-9][0-9.eE+-]*+)*+){number}", "$1NaN")
    return F.regexp_replace(body, rf"\G((?:[^\"']|(?!(?!{plains})(?:{longs}))(?:{texts}))*+)(?:{longs})", '$1"none"')


# A number, and what is before it: all that is neither in a text nor of a number.
NUMBER = r"""\G((?:[^"'0-9-]|-(?![0-9])|"[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+')*+)(-?[0-9][0-9.eE+-]*+)"""


def numbers_as_texts(kinds):
    """The columns of a body with all that they hold as texts, and numbers as they are written."""
    return F.from_json(F.regexp_replace("_body", NUMBER, '$1"$2"'), spelled(kinds, lambda kind: "string"))
