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
    message: (p: { connection: string; isPool: boolean }) =>
      `There are no scripts for '${p.connection}': it has no 'tables' that rights are granted on, and ${p.isPool ? "no view of a warehouse is loaded there ('dedicated')" : "'control' is kept elsewhere"}. Take 'deploy_as' out.`,
    explanation:
      "Scripts of a database are made of rights on the tables that its connection names, and of where marks are kept (`control`); those of a dedicated SQL pool of rights, and of the tables that views of a warehouse are loaded into.",
  },
});
