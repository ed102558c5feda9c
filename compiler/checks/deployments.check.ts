import type { Connection } from "../model/connection.js";
import { deploymentDiagnostics } from "../model/deployment-diagnostics.js";
import type { Project } from "../model/model.js";
import { isSound } from "../model/poisoned.js";
import type { Check } from "./check.js";

/** Scripts are run by a pipeline of a factory, and there are some: of a database as sluice.yaml alone says it, of a pool as pipelines do. */
export const deployments: Check = ({ project }, report) => {
  for (const one of project.connections.values()) {
    if (!isSound(one) || !("deployAs" in one) || one.deployAs === undefined) continue;
    const { deployAs, origin, name } = one;
    const place = origin.child("deploy_as");
    if (project.orchestrator !== "adf") report.add(deploymentDiagnostics.noFactory.at(place, { credential: deployAs }));
    else if (!hasScripts(one, project))
      report.add(
        deploymentDiagnostics.noScripts.at(place, { connection: name, isPool: one.kind === "dedicated-sql-pool" }),
      );
  }
};

function hasScripts(one: Connection, { control, pipelines }: Project): boolean {
  if (one.kind === "azure-sql")
    return one.tables.length > 0 || (isSound(control) && control.connection.name === one.name);
  if (one.kind !== "dedicated-sql-pool" || one.tables.length > 0) return true;
  const views = pipelines.flatMap(({ warehouse }) => [...(warehouse?.exposures.values() ?? [])]);
  return views.some((view) => !isSound(view) || view.dedicated?.connection.name === one.name);
}
