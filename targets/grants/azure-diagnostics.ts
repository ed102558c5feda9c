import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";
import { allOf } from "../../compiler/diagnostics/suggest.js";

/** What Azure's own services cannot let a principal do: the reason, and the way out. */
export const azureDiagnostics = defineDiagnostics("azure-rights", {
  notOfHub: {
    severity: "error",
    message: (p: { privilege: string; hub: string; because: string; instead: string }) =>
      `'${p.privilege}' cannot be granted on the hub '${p.hub}': ${p.because}. Instead, ${p.instead}.`,
    explanation:
      "An event hub is a log: who sends appends to it (`insert`), who receives reads it (`select`), and events go when their retention is over. https://learn.microsoft.com/azure/event-hubs/event-hubs-features",
  },
  columnsOfHub: {
    severity: "error",
    message: (p: { privilege: string; hub: string }) =>
      `Some columns of the hub '${p.hub}' cannot be granted: an event is ${p.privilege === "insert" ? "sent" : "received"} as a whole. ${p.privilege === "insert" ? "Grant" : "Grant columns of a table that is made from it, or"} '${p.privilege}' of the whole hub.`,
    explanation:
      "Roles of Event Hubs are about whole hubs: who may receive an event reads all of it. https://learn.microsoft.com/azure/event-hubs/authorize-access-azure-active-directory",
  },
  stackName: {
    severity: "error",
    message: (p: { stack: string; environment: string }) =>
      `The deployment stack of ${p.environment} would be called '${p.stack}', which has ${p.stack.length} characters, and 90 are the most: give the project, the connection or the environment a shorter name, or take 'deploy_to' out.`,
    explanation:
      "Publishing deploys roles as a stack with the names of the project, the connection and the environment. https://learn.microsoft.com/azure/templates/microsoft.resources/deploymentstacks",
  },
  notOfFiles: {
    severity: "error",
    message: (p: { privilege: string; table: string; because: string; instead: string }) =>
      `'${p.privilege}' cannot be granted on files of '${p.table}': ${p.because}. Instead, ${p.instead}.`,
    explanation:
      "Files are read and written; what that does to a table is for its log to say. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control",
  },
  columnsOfFiles: {
    severity: "error",
    message: (p: { privilege: string; table: string }) =>
      `Some columns of '${p.table}' cannot be granted: its files have all of them. Grant '${p.privilege}' without columns, or have these columns in a table of their own, or in a view of a warehouse.`,
    explanation:
      "A file is read and written as a whole: access lists know no columns. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control",
  },
  notAlone: {
    severity: "error",
    message: (p: { privilege: string; table: string; principal: string; missing: readonly string[] }) =>
      `'${p.privilege}' alone cannot be granted on files of '${p.table}': whoever may write there may read, change and delete everything. Grant ${allOf(p.missing)} too, or let '${p.principal}' write to a place of its own, which a pipeline reads.`,
    explanation:
      "Whoever writes a table of Delta adds files to its folder and to its log, which says what is added and what is removed; and what lets make a file lets remove one. So `[select, insert, update, delete]` are one right on files. https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#common-scenarios-related-to-acl-permissions",
  },
});
