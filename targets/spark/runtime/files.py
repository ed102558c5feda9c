TIMES = {"timestampFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'"}
FORMS = {
    "parquet": {},
    "json": {**TIMES, "ignoreNullFields": "true"},
    "csv": {
        **TIMES,
        "header": "true",
        "quote": '"',
        "escape": '"',
        "ignoreLeadingWhiteSpace": "false",  # Spark would trim what it writes
        "ignoreTrailingWhiteSpace": "false",
    },
}


def chosen(rows, columns):
    """These columns, and the mark of what the sink takes where it has a filter."""
    return rows.select(*columns, *mark_of(rows))


def write_files(rows, batch_id, query, folder, form):
    """Writes a batch to a folder of its own, complete once `_SUCCESS` stands in it. A replay writes the folder anew."""

    def overwrite(taken):
        taken.write.format(form).options(**FORMS[form]).mode("overwrite").save(f"{folder}/batch={batch_id}")

    deliver(rows, batch_id, query, overwrite)
