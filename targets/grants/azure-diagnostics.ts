import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";

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
});
