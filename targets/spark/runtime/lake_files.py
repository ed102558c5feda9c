def lake_files():
    """The lake's file system, with `ls` and `head`. https://learn.microsoft.com/azure/databricks/dev-tools/databricks-utils#file-system-utility-dbutilsfs"""
    return dbutils.fs
