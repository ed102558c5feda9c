import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

/** What the Spark target refuses: the engine's reason, and the way out. */
export const sparkDiagnostics = defineDiagnostics("spark", {
  rowClausesBesideWindow: {
    severity: "error",
    message: (p: { clauses: readonly string[] }) =>
      `A windowed table cannot have ${p.clauses.map((clause) => `'${clause}'`).join(" and ")} beside it on Spark, whose state would see the rows before they are counted: put what comes before the window into a table of its own.`,
    explanation:
      "Rows are set aside (filtered, quarantined, late, repeated) batch by batch before Spark's own state sees them, so that each is counted. In one streaming query with a window that is not possible; a silver table before the gold one is.",
  },
  clausesBesideIntervalJoin: {
    severity: "error",
    message: (p: { join: string; clauses: readonly string[] }) =>
      `A table that pairs streams cannot have ${p.clauses.map((clause) => `'${clause}'`).join(" and ")} beside 'join.${p.join}' on Spark: put what comes before it into a table above, and what comes after it into one that reads this table.`,
    explanation:
      "Rows that wait for a match stand in Spark's own state. Rows are set aside (filtered, quarantined, late, repeated) and looked up batch by batch, so that each is counted, which in one streaming query with that state is not possible. `columns`, `with_columns` and `except` may stand beside it.",
  },
  viewUnderWindow: {
    severity: "error",
    message: (p: { view: string; clauses: readonly string[] }) =>
      `A window cannot count what the view '${p.view}' makes of its rows by ${p.clauses.map((clause) => `'${clause}'`).join(" and ")}, as Spark's state would see the rows before they are counted: leave out 'materialize: false' there.`,
    explanation:
      "Rows are counted batch by batch, and in a streaming query with a window Spark's own state sees them first. A view under a window can only make columns and unite tables.",
  },
  sameNotebook: {
    severity: "error",
    message: (p: { name: string; other: string }) =>
      `The notebook '${p.name}' would have the name of ${p.other}; rename one of them.`,
    explanation:
      "A Synapse workspace keeps notebooks under flat names, made of pipeline, layer and table, and does not tell the cases of their letters apart; `common` is the module that all notebooks share.",
  },
  managedLogin: {
    severity: "error",
    message: (p: { connection: string; canBeCredential: boolean }) =>
      `Kafka's client cannot log in to '${p.connection}' as a managed identity: ${
        p.canBeCredential
          ? "read as a 'service_credential' of Unity Catalog, or use an application ('client_id', 'tenant', 'secret')"
          : "use an application ('client_id', 'tenant', 'secret') or a connection string ('secret')"
      }.`,
    explanation:
      "Hubs are read and written through their Kafka endpoint, and neither service gives Kafka's client a handler that logs in as the workspace's own identity. On Databricks a service credential does that for reading. Capture files need no login at the hub: with `read: capture` the connection may be `managed`.",
  },
  serviceCredentialOnSynapse: {
    severity: "error",
    message: (p: { connection: string }) =>
      `'${p.connection}' is opened as a service credential of Unity Catalog, which Azure Synapse does not have: use an application ('client_id', 'tenant', 'secret') or a connection string ('secret').`,
    explanation:
      "Service credentials belong to Databricks: https://learn.microsoft.com/azure/databricks/connect/streaming/kafka/authentication",
  },
  serviceCredentialForSink: {
    severity: "error",
    message: (p: { connection: string }) =>
      `'${p.connection}' is opened as a service credential, by which Databricks reads hubs; to send, use an application ('client_id', 'tenant', 'secret') or a connection string ('secret').`,
    explanation:
      "Databricks documents `databricks.serviceCredential` as an option of the source only: https://learn.microsoft.com/azure/databricks/connect/streaming/kafka/authentication",
  },
  documentPropertyTaken: {
    severity: "error",
    message: (p: { table: string; column: string }) =>
      `'${p.table}' has a column '${p.column}', which Cosmos DB needs for itself; give the column another name in the table.`,
    explanation:
      "Each document of Azure Cosmos DB is identified by a text `id` within its partition, which is made of the table's key; and `ttl` says after how many seconds the store deletes it. https://learn.microsoft.com/azure/cosmos-db/nosql/time-to-live",
  },
});
