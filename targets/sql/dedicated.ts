import type { Artifact } from "../../compiler/emit/artifact.js";
import { printJson } from "../../compiler/emit/json.js";
import type { DedicatedPoolIr } from "../../compiler/ir/dedicated.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { tablesScript } from "./dedicated-script.js";
import type { Loaded } from "./dedicated-table.js";
import { localPoolFile, tablesFile } from "./names.js";
import { valueIn } from "./value-in.js";

/** Where the lake of this machine is reached by what runs its script. */
const localLake = "https://this-machine.dfs.core.windows.net/lake";

/** The scripts of the dedicated SQL pools that tables are loaded into, for each environment. */
export function* dedicatedPools(project: ProjectIr): Iterable<Artifact> {
  const tables = loadedTables(project);
  const pools = new Map(tables.map(({ table: { pool } }) => [pool.name, pool] as const));
  for (const pool of pools.values()) {
    const own = tables.filter(({ table }) => table.pool.name === pool.name);
    for (const environment of project.environments) yield* ofEnvironment(pool, own, environment, project);
  }
}

export const loadedTables = ({ warehouses }: Pick<ProjectIr, "warehouses">): readonly Loaded[] =>
  warehouses.flatMap(({ schemas }) =>
    schemas.flatMap(({ name: schema, views }) =>
      views.flatMap((view) => (view.dedicated ? [{ schema, view, table: view.dedicated }] : [])),
    ),
  );

function* ofEnvironment(
  pool: DedicatedPoolIr,
  tables: readonly Loaded[],
  { name: environment, kind }: EnvironmentIr,
  { lake }: ProjectIr,
): Iterable<Artifact> {
  const path = tablesFile(pool.name, environment);
  const isHere = kind === "this-machine";
  const place = isHere
    ? localLake
    : `https://${valueIn(lake.account, environment)}.dfs.core.windows.net/${valueIn(lake.container, environment)}`;
  const base = { dependsOn: [], owner: "sql", effects: { reads: [], writes: [] }, origin: pool.origin } as const;
  yield {
    ...base,
    path,
    plane: isHere ? "this-machine" : "sql",
    kind: "script",
    body: tablesScript(pool.name, tables, place),
    effects: { reads: [], writes: tables.map(({ schema, view }) => `${schema}.${view.name}`) },
  };
  if (!isHere) return;
  const body = printJson({ pool: pool.name, script: path, lake: { [localLake]: "{state}/lake" } });
  yield {
    ...base,
    path: localPoolFile(pool.name, environment),
    plane: "this-machine",
    kind: "pool",
    body,
    dependsOn: [path],
  };
}
