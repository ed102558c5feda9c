# What is counted where rows are taken apart: the rows by their first elements, and again by their last ones.
COUNTED = {
    "read": "count_if(_element IS NULL OR _element = 0)",
    "without_elements": "count_if(_goes = 'without_elements')",
    "with_elements": "count_if(_element = _elements - 1)",
    "elements": "coalesce(sum(_elements) FILTER (WHERE _element = 0), 0)",
}


def exploded(rows, name, array, outer=False):
    """One row for each element of an array, as column `name`; its position (`_element`, from 0) is one of `_elements`.

    A row without elements stays one row. With `outer` it goes on with null for an element; without, that is where it
    goes. A row that goes elsewhere already is not taken apart.
    """
    rows = marked(rows)
    goes = F.col("_goes").isNull()
    rows = rows.withColumn("_array", F.when(goes, F.expr(array)))
    rows = rows.select("*", F.size("_array").alias("_elements"), F.posexplode_outer("_array").alias("_element", name))
    none = goes & F.col("_element").isNull()
    if outer:
        rows = rows.withColumn("_elements", F.when(none, 1).otherwise(F.col("_elements")))
        rows = rows.withColumn("_element", F.when(none, 0).otherwise(F.col("_element")))
    else:
        rows = rows.withColumn("_goes", F.coalesce("_goes", F.when(none, "without_elements")))
    return rows.drop("_array")
