import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with who is granted what in dedicated SQL pools. */
export const dedicatedGrantDiagnostics = defineDiagnostics("grants", {
  noTruncateInPool: {
    severity: "error",
    message: (p: { table: string }) =>
      `A dedicated SQL pool has no right to TRUNCATE '${p.table}', and no procedure that runs as its owner: grant 'delete'.`,
    explanation:
      "TRUNCATE takes the right to alter the table, and with it whatever may be done with it. Where else a procedure does it as its owner, one of a pool runs as who calls it. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-stored-procedures#limitations",
  },
  replacedTable: {
    severity: "error",
    message: (p: { table: string; connection: string; schema: string }) =>
      `'${p.table}' is another table after each load, and what is granted on one goes with it: grant on 'connections.${p.connection}.${p.schema}.*', or let rows be merged into it (\`write: merge\`).`,
    explanation:
      "A load with `write: replace` makes a table, gives it the name, and drops the one of that name: rights stand with the table that they were granted on. https://learn.microsoft.com/sql/t-sql/statements/rename-transact-sql. Those on a schema are on all that stands in it, and will; a table that rows are merged into stays the same.",
  },
});
