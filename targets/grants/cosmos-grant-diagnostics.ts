import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

/** What Azure Cosmos DB cannot let a principal do: the reason, and the way out. */
export const cosmosGrantDiagnostics = defineDiagnostics("cosmos-rights", {
  notOfContainers: {
    severity: "error",
    message: (p: { privilege: string; containers: string; because: string; instead: string }) =>
      `'${p.privilege}' cannot be granted on '${p.containers}': ${p.because}. Instead, ${p.instead}.`,
    explanation:
      "What a role of Azure Cosmos DB can let do is a list of data actions, and none empties a container. https://learn.microsoft.com/azure/cosmos-db/reference-data-plane-security",
  },
  columnsOfItems: {
    severity: "error",
    message: (p: { privilege: string; containers: string }) =>
      `Some columns of '${p.containers}' cannot be granted: an item is ${p.privilege === "select" ? "read" : "written"} as a whole. Grant '${p.privilege}' without columns, or have a sink write these columns to a container of their own.`,
    explanation:
      "Roles of Azure Cosmos DB are about containers, databases and accounts: they know no properties of items, and no values of the partition key. https://learn.microsoft.com/azure/cosmos-db/reference-data-plane-security",
  },
  tooMany: {
    severity: "error",
    message: (p: { connection: string; count: number; most: number }) =>
      `What is granted in '${p.connection}' takes ${p.count} assignments of roles, and a template has room for ${p.most}: grant to groups, or on whole databases, '<database>.*'.`,
    explanation:
      "A template has 800 resources at the most, of which 5 are the roles themselves; each privilege of each principal on each container is one. https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits",
  },
});
