import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

/** What is wrong with who is granted what in Unity Catalog. */
export const unityDiagnostics = defineDiagnostics("unity", {
  unknownObject: {
    severity: "error",
    message: (p: { connection: string; object: string; suggestion: string | undefined }) =>
      `'${p.object}' does not stand under 'objects' of the connection '${p.connection}'.${didYouMean(p.suggestion)}`,
    explanation:
      "What rights are granted on stands under `objects` of its connection: `objects: { sales.orders: {}, sales.days: { type: view } }`.",
  },
  notKnown: {
    severity: "error",
    message: (p: { principal: string; object: string; isService: boolean }) =>
      `'${p.principal}' is granted rights on '${p.object}', and ${p.isService ? "its application ID is not said: write 'application_id' beside its name" : "who it is in Unity Catalog is not said: write 'entra: { group: <name> }'"} under 'principals'.`,
    explanation:
      'Unity Catalog knows groups and users by their names, and service principals by their application IDs: `entra: { service_principal: app-loader, application_id: "${loader_id}" }`. https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-principal',
  },
  brokenApplicationId: {
    severity: "error",
    message: (p: { value: string; environment: string | undefined }) =>
      `'${p.value}' is no application ID${p.environment === undefined ? "" : `, and is the value in ${p.environment}`}: write it as 00000000-0000-0000-0000-000000000000.`,
    explanation:
      "An application (client) ID is a GUID: 32 digits from 0 to 9 and a to f, in groups of 8, 4, 4, 4 and 12. `az ad sp list --display-name <name> --query '[].appId'` prints it.",
  },
  noApplication: {
    severity: "error",
    message: (p: { type: string }) =>
      `A ${p.type} has no application: 'application_id' is for a 'service_principal'. Leave it out.`,
    explanation: "Service principals are known by the ID of their application, groups and users by their names.",
  },
  takenGroup: {
    severity: "error",
    message: (p: { group: string }) =>
      `'${p.group}' is a group of Databricks' own: everybody is in it, or it is no group of the account. Let another group be the principal.`,
    explanation:
      "What a principal holds and is not declared is revoked. 'account users' is everybody of the account, 'users' and 'admins' are groups of one workspace, which no rights in Unity Catalog are granted to. https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-principal",
  },
  samePrincipal: {
    severity: "error",
    message: (p: { principal: string; other: string }) =>
      `'${p.principal}' is known to Unity Catalog by what '${p.other}' is: let there be one principal.`,
    explanation:
      "Whoever is known by a name has the rights that are granted to its principal, and no others: it cannot be two.",
  },
  noPrincipals: {
    severity: "error",
    message: (p: { connection: string }) =>
      `Rights are granted on objects of '${p.connection}', and no 'principals' say to whom: declare them, or take the connection out.`,
    explanation: "`objects` of a connection are those that principals are granted rights on.",
  },
  viewsOfSchema: {
    severity: "error",
    message: (p: { object: string }) =>
      `'${p.object}' is all of a schema, whose views have no rights apart from its tables: leave 'type' out, or name each view.`,
    explanation:
      "SELECT on a schema is on its tables and its views. https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference",
  },
  sameCatalog: {
    severity: "error",
    message: (p: { connection: string; other: string; environment: string | undefined }) =>
      `'${p.connection}' is the catalog of '${p.other}'${p.environment === undefined ? "" : ` in ${p.environment}`}: each script would revoke what the other one grants. Put the 'objects' of both under one.`,
    explanation: "All that is declared for a catalog stands under one connection.",
  },
});
