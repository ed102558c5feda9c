import type { ServerlessSqlConnection } from "../model/connection.js";
import { warehouseDiagnostics } from "../model/warehouse-diagnostics.js";
import type { Check } from "./check.js";

/** A database is the project's own and that of one environment: its views find the lake by what the environment's scripts made. */
export const warehouses: Check = ({ project, pipelines }, report) => {
  const connections = [...new Set(pipelines.flatMap(({ warehouse }) => warehouse?.connection ?? []))];
  const environments = project.environments.filter(({ kind }) => kind === "azure").map(({ name }) => name);
  const places = connections.flatMap((connection) => {
    const isWritten = !connection.database.written.includes("$"); // the same everywhere, so that it is told once
    const found = environments.flatMap((environment) => placeIn(connection, environment) ?? []);
    const wrong = found.filter(({ database }) => isOwn(database) || !isName(database));
    for (const { environment, database } of isWritten ? wrong.slice(0, 1) : wrong) {
      const words = { database, environment: isWritten ? undefined : environment, isOwn: isOwn(database) };
      report.add(warehouseDiagnostics.wrongDatabase.at(connection.origin.child("database"), words));
    }
    return found.filter((place) => !wrong.includes(place));
  });
  for (const [at, { connection, environment, database, workspace, key }] of places.entries()) {
    const other = places.slice(0, at).find((one) => one.environment !== environment && one.key === key);
    if (other === undefined) continue;
    const words = { environment, other: other.environment, database, workspace };
    report.add(warehouseDiagnostics.sameDatabase.at(connection.origin.child("database"), words));
  }
};

/** Those that a server has by itself. */
const isOwn = (database: string): boolean => /^(master|model|msdb|tempdb|default)$/i.test(database);

const isName = (database: string): boolean => /^\P{Cc}{1,128}$/u.test(database);

interface Place {
  readonly connection: ServerlessSqlConnection;
  readonly environment: string;
  readonly workspace: string;
  readonly database: string;
  /** A server and a database are found whatever the case of their letters. */
  readonly key: string;
}

/** Undefined: the environment has no value of it, which is said elsewhere. */
function placeIn(connection: ServerlessSqlConnection, environment: string): Place | undefined {
  const workspace = connection.workspace.values.get(environment);
  const database = connection.database.values.get(environment);
  if (workspace === undefined || database === undefined) return undefined;
  return { connection, environment, workspace, database, key: `${workspace}/${database}`.toLowerCase() };
}
