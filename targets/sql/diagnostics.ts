import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";
import { allOf } from "../../compiler/diagnostics/suggest.js";

/** What the serverless SQL target refuses: the reason, and the way out. */
export const sqlDiagnostics = defineDiagnostics("sql", {
  noSuchType: {
    severity: "error",
    message: (p: { view: string; column: string; type: string; isHideable: boolean }) =>
      `'${p.view}' cannot show '${p.column}': T-SQL has no type for ${p.type}. ${p.isHideable ? `Write 'hide: [${p.column}]', or s` : "S"}how values that a table of the lake takes out of it.`,
    explanation:
      "Arrays, maps and structs of the lake are no types of T-SQL: a serverless SQL pool gives them as a text of JSON, cut at 8000 bytes. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-openrowset#type-mapping-for-parquet",
  },
  bytesOfLines: {
    severity: "error",
    message: (p: { view: string; column: string }) =>
      `'${p.view}' cannot show '${p.column}': a line of JSON has bytes as a text in base64. Declare it a string and show that, hide it, or show a table that is made of it.`,
    explanation:
      "A notebook takes bytes out of the text. T-SQL has no function for it that a view of a serverless SQL pool may call. https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features",
  },
  noSuchMeaning: {
    severity: "error",
    message: (p: { view: string; what: string; because: string | undefined }) =>
      `${p.what}: ${p.because ?? "it is not known to mean the same in T-SQL."} Compute the column in a table of the lake, and show that in '${p.view}'.`,
    explanation:
      "An expression of a view is written as T-SQL, and only what means the same there for every value is. docs/warehouse.md lists it.",
  },
  computedInExternalTable: {
    severity: "error",
    message: (p: { table: string; column: string }) =>
      `'${p.table}' is an external table, and those have the columns of their files by their own names: '${p.column}' is computed, or named anew. Leave out 'as: external-table', or compute it in a table of the lake.`,
    explanation:
      "An external table lists names and types of columns. A view may compute them, and is asked like a table. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-external-tables",
  },
  selectOfExternalTable: {
    severity: "error",
    message: (p: { table: string }) =>
      `The external table '${p.table}' shows the rows of one table as they are: leave 'as' out, so that it is a view, or join and group in a table of the lake.`,
    explanation:
      "An external table has columns with names and types, and no SELECT. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-external-tables",
  },
  whereOfExternalTable: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' is an external table, and those show all rows of their files. Leave out 'as: external-table', or filter in a table of the lake.`,
    explanation:
      "An external table has a location, and no condition; a view may have one. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-external-tables",
  },
  seenOfExternalTable: {
    severity: "error",
    message: (p: { table: string; clause: "masks" | "rows" }) =>
      `'${p.table}' is an external table, and those show all their values and rows to everybody who may read them: '${p.clause}' has no place there. Leave out 'as: external-table'.`,
    explanation:
      "Who sees what is asked by an expression, and an external table has none; a view may have them. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-external-tables",
  },
  partitionedExternalTable: {
    severity: "error",
    message: (p: { table: string; columns: readonly string[] }) =>
      `'${p.table}' is an external table, and those read all files of a table that is kept by ${allOf(p.columns)}, whatever is asked. Leave out 'as: external-table'.`,
    explanation:
      "External tables know no partitions: a query that wants one of them reads all. A view reads those that its condition leaves. https://learn.microsoft.com/azure/synapse-analytics/sql/query-delta-lake-format",
  },
  seenOfCetas: {
    severity: "error",
    message: (p: { view: string; clause: "masks" | "rows" }) =>
      `'${p.view}' is kept as files of its own, which are written once for all who read them: '${p.clause}' has no place there. Leave out 'as: cetas'.`,
    explanation:
      "Who asks is known when a view is asked. What CREATE EXTERNAL TABLE AS SELECT writes is what the pipeline's own identity may see. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-cetas",
  },
  longTextInCetas: {
    severity: "error",
    message: (p: { view: string; column: string }) =>
      `'${p.view}' is kept as files of its own, and '${p.column}' is put together of several texts, so it may be of any length: put it together in a table of the lake, or leave out 'as: cetas'.`,
    explanation:
      "What is written by CREATE EXTERNAL TABLE AS SELECT has no values of more than 1 MB, and a query that meets one fails. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-cetas#supported-data-types",
  },
  neverRefreshed: {
    severity: "error",
    message: (p: { view: string; table: string }) =>
      `'${p.view}' is kept as files of its own, which the pipeline that writes '${p.table}' has written anew at its end; no pipeline of Data Factory or Synapse runs notebooks that write it. Leave out 'as: cetas'.`,
    explanation:
      "The pipeline's last activities call the procedures that refresh what is kept. A streaming job has no end, and what it writes is shown by a view. docs/warehouse.md tells how.",
  },
  nameOfProcedure: {
    severity: "error",
    message: (p: { view: string; cetas: string }) =>
      `'${p.view}' is the name of a procedure of '${p.cetas}': name one of them otherwise.`,
    explanation:
      "What is kept as files of its own has a procedure that refreshes it, and one kept by partitions another that lists old folders. Views, tables and procedures of a schema have different names. https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers",
  },
});
