import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

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
});
