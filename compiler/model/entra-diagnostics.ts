import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

/** What is wrong with who is granted what in Azure's own services. */
export const entraDiagnostics = defineDiagnostics("entra", {
  noObjectId: {
    severity: "error",
    message: (p: { principal: string; object: string; isKnown: boolean }) =>
      `'${p.principal}' is granted rights on '${p.object}', and its object ID in Microsoft Entra is not said: write ${p.isKnown ? "'object_id' beside its name" : "'entra: { group: <name>, object_id: <id> }'"} under 'principals'.`,
    explanation:
      'Azure\'s own services know people, groups and applications by their object IDs in Microsoft Entra, not by names: `entra: { group: grp-analysts, object_id: "${analysts_id}" }`. Of a service principal it is that of the enterprise application. https://learn.microsoft.com/azure/role-based-access-control/role-assignments-template',
  },
  brokenObjectId: {
    severity: "error",
    message: (p: { value: string; environment: string | undefined }) =>
      `'${p.value}' is no object ID${p.environment === undefined ? "" : `, and is the value in ${p.environment}`}: write it as 00000000-0000-0000-0000-000000000000.`,
    explanation:
      "An object ID of Microsoft Entra is a GUID: 32 digits from 0 to 9 and a to f, in groups of 8, 4, 4, 4 and 12. `az ad group show --group <name> --query id` prints that of a group.",
  },
  sameIdentity: {
    severity: "error",
    message: (p: { principal: string; other: string; environment: string }) =>
      `'${p.principal}' has the object ID of '${p.other}' in ${p.environment}: let there be one principal.`,
    explanation:
      "Whoever an object ID stands for has the rights that are granted to its principal, and no others: it cannot be two.",
  },
  unknownHub: {
    severity: "error",
    message: (p: { connection: string; hub: string; suggestion: string | undefined }) =>
      `'${p.hub}' does not stand under 'hubs' of the connection '${p.connection}'.${didYouMean(p.suggestion)}`,
    explanation: "Each hub that rights are granted on stands under `hubs` of its connection: `hubs: [readings]`.",
  },
  filesNotSaid: {
    severity: "error",
    message: (p: { table: string; privileges: readonly string[] }) =>
      `Who may read files of '${p.table}' sees all its columns and rows, whatever a warehouse hides, masks or leaves out: say so, '{ privileges: [${p.privileges.join(", ")}], files: true }', or grant on a view of a warehouse, 'warehouse.<name>'.`,
    explanation:
      "Rights on a table of the lake are rights on its files, which know no columns and no rows. So a grant says that it is about files. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control",
  },
  noFiles: {
    severity: "error",
    message: (p: { object: string }) =>
      `'${p.object}' has no files of the lake: write the privileges alone, as a list.`,
    explanation: "`files: true` is for tables of the lake, whose files are granted: `silver.users`, `shop/gold.sales`.",
  },
  tooManyOfFolder: {
    severity: "error",
    message: (p: { count: number; most: number }) =>
      `${p.count} principals are granted files of the lake, and an access list has room for ${p.most} of them: grant to groups.`,
    explanation:
      "An access list of Azure Data Lake Storage has 32 entries, of which 4 are its owner's, its group's, everybody's and the mask; and each principal needs one on the container's root. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control",
  },
  noLakeRoles: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "Rights on all of the lake are granted where it says so: write 'roles: true' under 'lake' in sluice.yaml, or grant tables one by one.",
    explanation:
      "`lake: { account: shop, roles: true }` has a template made of the roles of Azure that principals have on the lake's whole container.",
  },
  wholeLakeToo: {
    severity: "error",
    message: (p: { principal: string; table: string }) =>
      `'${p.principal}' has a role on all of the lake, so that access lists of '${p.table}' would say nothing: take this out, or grant tables one by one.`,
    explanation:
      "Who has a role of Azure on the container may do what it lets do with all files, whatever access lists say. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control-model#how-permissions-are-evaluated",
  },
  nobodyOfLake: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "Rights are granted on all of the lake, and no 'principals' say to whom: declare them, or take 'roles' out.",
    explanation: "`roles: true` of the lake has principals be granted rights on all of it.",
  },
  nothingToDeploy: {
    severity: "error",
    message: (p: { needs: string }) =>
      `There are no roles to deploy: write '${p.needs}' beside 'deploy_to', or take 'deploy_to' out.`,
    explanation:
      "`deploy_to` is the resource group to which publishing deploys the roles that principals have: on `hubs` of a namespace, on `containers` of an account of Azure Cosmos DB, or with `roles: true` on all of the lake.",
  },
  noPrincipals: {
    severity: "error",
    message: (p: { connection: string }) =>
      `Rights are granted on hubs of '${p.connection}', and no 'principals' say to whom: declare them, or take 'hubs' out.`,
    explanation: "`hubs` of a connection are those that principals are granted rights on.",
  },
  sameNamespace: {
    severity: "error",
    message: (p: { connection: string; other: string; hub: string; environment: string }) =>
      `'${p.hub}' of '${p.connection}' is a hub of '${p.other}' too, in ${p.environment}: let it stand under one.`,
    explanation:
      "Each connection's template says of its hubs who may do what. Two that speak of one hub would each assign and take away the same roles.",
  },
});
