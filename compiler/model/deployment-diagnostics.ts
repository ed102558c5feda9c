import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with scripts that publishing is to have run. */
export const deploymentDiagnostics = defineDiagnostics("deployment", {
  noFactory: {
    severity: "error",
    message: (p: { credential: string }) =>
      `Scripts are run as '${p.credential}' by a pipeline of a data factory, and the project has none: write 'orchestrator: adf' under 'platform', or take 'deploy_as' out and run them by hand.`,
    explanation:
      "With `deploy_as` publishing starts a pipeline that runs the scripts as a credential of the factory. What a pipeline of a Synapse workspace needs for it is not known here.",
  },
  noScripts: {
    severity: "error",
    message: (p: { connection: string; kind: "serverless-sql" | "azure-sql" }) =>
      `There are no scripts for '${p.connection}': ${p.kind === "azure-sql" ? "it has no 'tables' that rights are granted on, and 'control' is kept elsewhere" : "no 'warehouse' shows anything in it"}. Take 'deploy_as' out.`,
    explanation:
      "Scripts are made of what a warehouse shows, of rights on the tables that a connection names, and of where marks are kept (`control`).",
  },
});
