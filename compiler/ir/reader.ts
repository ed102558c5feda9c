import type { Reader } from "../lock/lock.js";

/** What finds new files on a platform. Auto Loader belongs to Databricks: https://learn.microsoft.com/azure/databricks/ingestion/cloud-object-storage/auto-loader/ */
export const readerOn = (spark: "databricks" | "synapse" | undefined): Reader =>
  spark === "databricks" ? "auto_loader" : "files";
