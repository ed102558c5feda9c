import type { Report } from "../diagnostics/report.js";
import { dedicatedDiagnostics } from "../model/dedicated-diagnostics.js";
import type { LinkedPipeline } from "../model/linked.js";
import type { Check } from "./check.js";

/** A pool has the rows of one environment, and a schema each name once: that of a table, and of what a load makes beside it. */
export const dedicatedPools: Check = ({ project, pipelines }, report) => {
  for (const pipeline of pipelines) namesOf(pipeline, report);
  const connections = [...new Set(pipelines.flatMap(loadedBy).map(({ dedicated }) => dedicated.connection))];
  const environments = project.environments.filter(({ kind }) => kind === "azure").map(({ name }) => name);
  const places = connections.flatMap(({ workspace, pool, origin }) =>
    environments.flatMap((environment) => {
      const [of, is] = [workspace.values.get(environment), pool.values.get(environment)];
      if (of === undefined || is === undefined) return []; // which is said elsewhere
      return [{ environment, workspace: of, pool: is, key: `${of}/${is}`.toLowerCase(), origin }];
    }),
  );
  for (const [at, { environment, workspace, pool, key, origin }] of places.entries()) {
    const other = places.slice(0, at).find((one) => one.environment !== environment && one.key === key);
    if (other === undefined) continue;
    const words = { environment, other: other.environment, pool, workspace };
    report.add(dedicatedDiagnostics.samePool.at(origin.child("pool"), words));
  }
};

function namesOf(pipeline: LinkedPipeline, report: Report): void {
  const tables = loadedBy(pipeline);
  for (const [at, { exposure, dedicated }] of tables.entries())
    for (const other of tables.slice(0, at)) {
      if (other.dedicated.connection !== dedicated.connection) continue;
      const made = madeFor(exposure.name).find((name) => madeFor(other.exposure.name).includes(name));
      if (made === undefined) continue;
      const words = { table: exposure.name, made, other: other.exposure.name };
      report.add(dedicatedDiagnostics.takenName.at(exposure.origin.key(), words));
    }
}

const madeFor = (table: string): readonly string[] => [table, `${table}_loading`, `${table}_before`, `load_${table}`];

const loadedBy = ({ warehouse }: LinkedPipeline) =>
  (warehouse?.exposures ?? []).flatMap(({ exposure, dedicated }) => (dedicated ? [{ exposure, dedicated }] : []));
