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
  partitionedExternalTable: {
    severity: "error",
    message: (p: { table: string; columns: readonly string[] }) =>
      `'${p.table}' is an external table, and those read all files of a table that is kept by ${allOf(p.columns)}, whatever is asked. Leave out 'as: external-table'.`,
    explanation:
      "External tables know no partitions: a query that wants one of them reads all. A view reads those that its condition leaves. https://learn.microsoft.com/azure/synapse-analytics/sql/query-delta-lake-format",
  },
});
