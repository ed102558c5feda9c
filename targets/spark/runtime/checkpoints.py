def whole_text(file):
    """The text of a file; of one with nothing in it, the empty text."""
    found = spark.read.text(file, wholetext=True).first()
    return "" if found is None else found["value"]
