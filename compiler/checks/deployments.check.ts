import { deploymentDiagnostics } from "../model/deployment-diagnostics.js";
import { isSound } from "../model/poisoned.js";
import type { Check } from "./check.js";

/** Scripts are run by a pipeline of a factory, and there are some: of a database as sluice.yaml alone says it, of a pool as pipelines do. */
export const deployments: Check = ({ project }, report) => {
  const isControl = (name: string): boolean => isSound(project.control) && project.control.connection.name === name;
  for (const one of project.connections.values()) {
    if (!isSound(one) || (one.kind !== "serverless-sql" && one.kind !== "azure-sql")) continue;
    const { deployAs, origin, name } = one;
    if (deployAs === undefined) continue;
    const place = origin.child("deploy_as");
    if (project.orchestrator !== "adf") report.add(deploymentDiagnostics.noFactory.at(place, { credential: deployAs }));
    else if (one.kind === "azure-sql" && one.tables.length === 0 && !isControl(name))
      report.add(deploymentDiagnostics.noScripts.at(place, { connection: name }));
  }
};
