def lake_files():
    """The lake's file system, with `ls`, `head` and `put`. https://learn.microsoft.com/azure/databricks/dev-tools/databricks-utils#file-system-utility-dbutilsfs"""
    return dbutils.fs
