import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

/** What the Data Factory target refuses: the service's reason, and the way out. */
export const adfDiagnostics = defineDiagnostics("adf", {
  sameName: {
    severity: "error",
    message: (p: { connection: string; other: string; service: string }) =>
      `The linked service of connection '${p.connection}' would have the name of ${p.other} in ${p.service}; give the connection another name.`,
    explanation:
      "A connection's linked service is called `<project>_<connection>`, and names are unique within a factory or a workspace of Synapse. Beside its connections a project has linked services of its own there: `<project>_lake`, `<project>_vault`, and in a factory `<project>_databricks_<compute>`. https://learn.microsoft.com/azure/data-factory/naming-rules",
  },
  takenName: {
    severity: "error",
    message: (p: { pipeline: string; made: string; because: string; service: string }) =>
      `'${p.made}' is what ${p.service}'s pipeline ${p.because} is called, so no other one can have that name: call '${p.pipeline}' otherwise.`,
    explanation:
      "A factory, or a workspace of Synapse, knows its pipelines by name, whatever the case of its letters. In a workspace `<project>_environment` returns what an environment decides. Pipelines that come after each other are called by one of their own, `<the first one>_master`; tables that are too large for one pipeline are landed by several, `<pipeline>_land_<hash of the tables' names>`, and those that data flows compute and that have no room in one are computed by several, `<pipeline>_compute_<hash>`. `<pipeline>_watch` looks whether a streaming job runs.",
  },
  tableTooLarge: {
    severity: "error",
    message: (p: { table: string; columns: number; service: string }) =>
      `'${p.table}' with its ${p.columns} columns is more than the 200 KB that a pipeline of ${p.service} may have: leave columns out.`,
    explanation:
      "A pipeline lists of each table the names and types of its columns, and how each is copied. Tables that are too large for one pipeline together are landed by several, but one table is landed by one. https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits",
  },
  pipelineTooLarge: {
    severity: "error",
    message: (p: { pipeline: string; what: string; size: string; most: string; service: string }) =>
      `Pipeline '${p.pipeline}' with ${p.what} has ${p.size}, and ${p.service} takes ${p.most}: take some of them out of it.`,
    explanation:
      "A pipeline has at most 200 KB and 120 activities. Tables that are too large for one pipeline together are landed by several, which the pipeline calls; so are those computed by several that data flows compute, four activities each. Those that come after each other are called by a master. Each call is an activity. In a workspace of Synapse, whose own page tells 40 activities, tables are landed by several pipelines above 40 already; what cannot be parted is refused above 120 there too, since pipelines of more than 40 are in use in workspaces. https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits",
  },
  dataFlowTooLarge: {
    severity: "error",
    message: (p: { table: string; size: number; most: number; service: string }) =>
      `What '${p.table}' computes is ${p.size} KB as a data flow, and ${p.service} runs at most ${p.most} KB: leave 'engine: data-flow' out, or make its columns by two tables.`,
    explanation:
      "An activity is sent what it runs, in at most 896 KB. A script is some times as long as the expressions that it is made of, as it asks before each function whether there is a null. https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits",
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
