import type { Artifact } from "../../compiler/emit/artifact.js";
import { printJson } from "../../compiler/emit/json.js";
import type { Target } from "../../compiler/emit/target.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { WarehouseIr } from "../../compiler/ir/warehouse.js";
import { dedicatedPools } from "./dedicated.js";
import { databaseFile, lakeSource, localFile, sourcesFile, viewsFile } from "./names.js";
import { readsOf } from "./reads.js";
import { refuse } from "./refuse.js";
import { databaseScript, sourcesScript, viewsScript } from "./scripts.js";
import { valueIn } from "./value-in.js";

/** Databases of a serverless SQL pool that show tables of the lake, as scripts of T-SQL. */
export const sql: Target = {
  name: "sql",
  build(project, report) {
    const { warehouses } = project;
    if (warehouses.length === 0 || refuse(project, report)) return undefined;
    return {
      *print() {
        for (const warehouse of warehouses) {
          yield views(warehouse);
          for (const environment of project.environments) yield* ofEnvironment(warehouse, environment, project);
        }
        yield* dedicatedPools(project);
      },
    };
  },
};

function views(warehouse: WarehouseIr): Artifact {
  const shown = warehouse.schemas.flatMap(({ name, views: all }) =>
    all.map((view) => ({ id: `${name}.${view.name}`, view })),
  );
  return {
    ...artifact(viewsFile(warehouse.name), "sql", "script", viewsScript(warehouse), warehouse),
    effects: {
      reads: [...new Set(shown.flatMap(({ view }) => readsOf(view).map(({ table }) => table.reference)))],
      writes: shown.map(({ id }) => id),
    },
  };
}

function* ofEnvironment(warehouse: WarehouseIr, environment: EnvironmentIr, { lake }: ProjectIr): Iterable<Artifact> {
  const { name } = environment;
  if (environment.kind === "this-machine") {
    const sources = { [lakeSource]: "{state}/lake" };
    const roles = Object.fromEntries(warehouse.principals.map((one) => [one.name, one.role]));
    const body = printJson({ warehouse: warehouse.name, views: viewsFile(warehouse.name), sources, roles });
    yield {
      ...artifact(localFile(warehouse.name, name), "this-machine", "warehouse", body, warehouse),
      dependsOn: [viewsFile(warehouse.name)],
    };
    return;
  }
  const [database, workspace] = [valueIn(warehouse.database, name), valueIn(warehouse.workspace, name)];
  const [account, container] = [valueIn(lake.account, name), valueIn(lake.container, name)];
  const first = databaseFile(warehouse.name, name);
  yield artifact(first, "sql", "master-script", databaseScript(database, workspace), warehouse);
  const body = sourcesScript({ database, workspace }, { account, container });
  yield { ...artifact(sourcesFile(warehouse.name, name), "sql", "script", body, warehouse), dependsOn: [first] };
}

const artifact = (
  path: string,
  plane: Artifact["plane"],
  kind: string,
  body: string,
  { origin }: WarehouseIr,
): Artifact => ({
  path,
  plane,
  kind,
  body,
  dependsOn: [],
  owner: "sql",
  effects: { reads: [], writes: [] },
  origin,
});
