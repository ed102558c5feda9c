def lake_files():
    """The lake's file system, with `ls`, `head` and `put`. https://learn.microsoft.com/azure/synapse-analytics/spark/microsoft-spark-utilities#file-system-utilities"""
    from notebookutils import mssparkutils

    return mssparkutils.fs
