import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

/** What the Data Factory target refuses: the service's reason, and the way out. */
export const adfDiagnostics = defineDiagnostics("adf", {
  sameName: {
    severity: "error",
    message: (p: { connection: string; other: string }) =>
      `The linked service of connection '${p.connection}' would have the name of ${p.other} in Data Factory; give the connection another name.`,
    explanation:
      "A connection's linked service has its name, and names are unique within a factory. Beside its connections a project has linked services of its own there: `lake`, `vault`, and `databricks_<compute>`. https://learn.microsoft.com/azure/data-factory/naming-rules",
  },
  takenName: {
    severity: "error",
    message: (p: { pipeline: string; made: string; because: string }) =>
      `'${p.made}' is what Data Factory's pipeline ${p.because} is called, so no other one can have that name: call '${p.pipeline}' otherwise.`,
    explanation:
      "A factory knows its pipelines by name, whatever the case of its letters. Pipelines that come after each other are called by one of their own, `<the first one>_master`.",
  },
  pipelineTooLarge: {
    severity: "error",
    message: (p: { pipeline: string; tables: number; kilobytes: number; fit: number }) =>
      `Pipeline '${p.pipeline}' with its ${p.tables} tables is ${p.kilobytes} KB to Data Factory, which takes 200 KB: about ${p.fit} of them fit. Put the others into a pipeline of their own.`,
    explanation:
      "Data Factory takes a pipeline of at most 200 KB. What grows with each table is its entry in the list that the pipeline goes through: names, columns, and how each column is copied. https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits",
  },
  tooManyActivities: {
    severity: "error",
    message: (p: { pipeline: string; activities: number; databases: number }) =>
      `Pipeline '${p.pipeline}' has ${p.activities} activities, and Data Factory takes 120: ${p.databases} kinds of tables (each database, and in it each kind of cursor, and whole tables) with 6 or 7 activities each. Put some of them into a pipeline of their own.`,
    explanation:
      "Tables of one database whose cursors are all times, or all numbers, share one loop of 6 activities, however many they are, and those that are read whole one of 7; each other database, or kind of cursor, has its own. Data Factory takes 120 activities in a pipeline, those within others included. https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits",
  },
  noWorkers: {
    severity: "error",
    message: (p: { compute: string; environment: string }) =>
      `Clusters that Data Factory starts have workers, and '${p.compute}' has none in '${p.environment}': give it 1 or more.`,
    explanation:
      "A linked service of Azure Databricks says how many workers its clusters have, as `1` or more; it has no form for a single node. https://learn.microsoft.com/azure/data-factory/compute-linked-services#azure-databricks-linked-service",
  },
  sharedControl: {
    severity: "error",
    message: (p: { environment: string; other: string; schema: string }) =>
      `'${p.environment}' would keep its marks in the very table of '${p.other}' (schema '${p.schema}' of one database), so each would miss the rows that the other has read. Give 'control' a database that differs from environment to environment.`,
    explanation:
      "The control table says up to where each table was read. Two environments that share it would each go on from where the other was. The tables themselves may stand in one database; only the control database must be another, by a variable in its connection.",
  },
});
