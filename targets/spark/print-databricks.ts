import type { Cell, Notebook } from "./notebook.js";

/**
 * A notebook in Databricks' source format: plain Python with marks for cells.
 * https://learn.microsoft.com/azure/databricks/notebooks/notebook-export-import
 */
export const printDatabricks = ({ cells }: Notebook): string =>
  `# Databricks notebook source\n${cells.map(printCell).join("\n\n# COMMAND ----------\n\n")}\n`;

function printCell(cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return ["%md", ...cell.lines].map((line) => `# MAGIC ${line}`.trimEnd()).join("\n");
    case "include":
      return "# MAGIC %run ../common";
    case "run":
      return `# MAGIC %run ./${cell.notebook.split("/").at(-1)}`;
    case "code":
      return cell.title === undefined ? cell.code : `# DBTITLE 1,${cell.title}\n${cell.code}`;
  }
}
