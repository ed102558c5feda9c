def numbers_in(query, log):
    """The batches of which a checkpoint's log has a file."""
    try:
        files = spark.read.text(f"{query.checkpoint_location}/{log}").inputFiles()
    except AnalysisException:  # there is no such folder
        return []
    return [int(file.rsplit("/", 1)[1]) for file in files]


def whole_text(file):
    """The text of a file; of one with nothing in it, the empty text."""
    found = spark.read.text(file, wholetext=True).first()
    return "" if found is None else found["value"]
