import { hashOf } from "./records.js";

/** By which two texts are the same notebook. */
export const notebookHash = (text: string): string => hashOf(settled(text));

/**
 * A notebook's text as a workspace keeps it: it takes a notebook apart into cells and puts it together again when asked, so that
 * blank lines around the marks of cells and at the end are not what they were.
 * https://learn.microsoft.com/azure/databricks/notebooks/notebook-export-import
 */
const settled = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .split(/^# COMMAND ----------[ \t]*$/m)
    .map((cell) => cell.replace(/^(?:[ \t]*\n)+/, "").trimEnd())
    .join("\n\n# COMMAND ----------\n\n");
