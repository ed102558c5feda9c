import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

/** What the Spark target refuses: the engine's reason, and the way out. */
export const sparkDiagnostics = defineDiagnostics("spark", {
  rowClausesBesideWindow: {
    severity: "error",
    message: (p: { clauses: readonly string[] }) =>
      `A windowed table cannot have ${p.clauses.map((clause) => `'${clause}'`).join(" and ")} beside it on Spark: put what comes before the window into a table of its own.`,
    explanation:
      "Rows are set aside (filtered, quarantined, late, repeated) batch by batch before Spark's own state sees them, so that each is counted. In one streaming query with a window that is not possible; a silver table before the gold one is.",
  },
  sameNotebook: {
    severity: "error",
    message: (p: { name: string; other: string }) =>
      `The notebook '${p.name}' would have the name of ${p.other}; rename one of them.`,
    explanation:
      "A Synapse workspace keeps notebooks under flat names, made of pipeline, layer and table; `common` is the module that all notebooks share.",
  },
  documentIdTaken: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' has a column 'id', which Cosmos DB needs for itself; give the column another name in the table.`,
    explanation:
      "Each document of Azure Cosmos DB is identified by a text `id` within its partition. It is made of the table's key.",
  },
});
