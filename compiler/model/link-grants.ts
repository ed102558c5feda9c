import type { Report } from "../diagnostics/report.js";
import { closest, nearer, nearest } from "../diagnostics/suggest.js";
import { Words } from "../diagnostics/words.js";
import type { Connection } from "./connection.js";
import { entraDiagnostics } from "./entra-diagnostics.js";
import { checkEntra } from "./entra-principals.js";
import type { Grant } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { FoundGrant, GrantedObject } from "./granted-object.js";
import { cassandraObject, cassandraPaths, linkCassandraAccess } from "./link-cassandra-access.js";
import { containerPaths, containersObject, linkCosmosAccess } from "./link-cosmos-access.js";
import { linkDedicatedAccess, poolObject, poolPaths } from "./link-dedicated-access.js";
import { hubObject, hubPaths, linkEventHubsAccess } from "./link-event-hubs-access.js";
import { filesObject, isTable, linkFilesAccess, type TableAt } from "./link-files-access.js";
import { isLake, lakeObject, linkLakeRoles } from "./link-lake-roles.js";
import { toldApart } from "./link-masks.js";
import { linkPostgresAccess, postgresObject, postgresPaths } from "./link-postgres-access.js";
import { keysObject, keysPaths, linkRedisAccess } from "./link-redis-access.js";
import { linkServerlessAccess, viewObject, viewPaths } from "./link-serverless-access.js";
import { linkTransactAccess, tableObject, transactPaths } from "./link-transact-access.js";
import { linkUnityAccess, unityObject, unityPaths } from "./link-unity-access.js";
import type { LinkedPipeline } from "./linked.js";
import type { LinkedAccess } from "./linked-access.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound, type Poisoned } from "./poisoned.js";
import { transactGrantDiagnostics } from "./transact-grant-diagnostics.js";
import { checkTransactRoles } from "./transact-principals.js";

/** Looks up who is granted what, and adds up what several pipelines grant. Privileges add up in each engine too. */
export function linkGrants(
  project: Project,
  pipelines: readonly LinkedPipeline[],
  tableAt: TableAt,
  report: Report,
): readonly LinkedAccess[] {
  const written = project.pipelines.flatMap((pipeline) => pipeline.grants);
  const firsts = firstOfPrincipals(written);
  const found = written.flatMap(
    (grant) => lookedUp(grant, firsts.has(grant), project, pipelines, tableAt, report) ?? [],
  );
  checkEntra(project, report);
  const access = [
    ...linkPostgresAccess(found, project, report),
    ...linkEventHubsAccess(found, project, report),
    ...linkTransactAccess(found, project, report),
    ...linkDedicatedAccess(found, project, pipelines, report),
    ...linkRedisAccess(found, project, report),
    ...linkCassandraAccess(found, project, report),
    ...linkCosmosAccess(found, project, report),
    ...linkUnityAccess(found, project, report),
    ...linkServerlessAccess(found, project, pipelines, report),
    ...linkFilesAccess(found, project, report),
    ...linkLakeRoles(found, project, report),
  ];
  checkTransactRoles(
    access,
    pipelines.flatMap(({ warehouse }) => warehouse?.exposures ?? []).flatMap(toldApart),
    report,
  );
  return access;
}

/** `isFirst`: of what its pipeline grants to the principal. */
function lookedUp(
  grant: Grant,
  isFirst: boolean,
  project: Project,
  pipelines: readonly LinkedPipeline[],
  tableAt: TableAt,
  report: Report,
): FoundGrant | undefined {
  const { principal: named } = grant;
  const principal = project.principals.get(named.name);
  // It is said once for all objects.
  if (principal === undefined && isFirst) {
    const suggestion = report.wordsOf(project.principals, Words.keysOf).closest(named.name);
    report.add(grantDiagnostics.unknownPrincipal.at(named.origin, { principal: named.name, suggestion }));
  }
  repeated(grant, report);
  const object = objectOf(grant, project, pipelines, tableAt, report);
  for (const { by, origin } of grant.privileges)
    if (by !== undefined && object && object.engine !== "sql-server" && object.engine !== "dedicated-pool")
      report.add(transactGrantDiagnostics.truncateByProcedure.at(origin, { object: grant.object.name }));
  for (const { where } of grant.privileges)
    if (where && object)
      report.add(grantDiagnostics.someRows.at(where, { object: grant.object.name, instead: rowsInstead(object) }));
  return isSound(principal) && object ? { grant, principal, object } : undefined;
}

/** What grants some rows where a right cannot. */
function rowsInstead(object: GrantedObject): string {
  switch (object.engine) {
    case "postgres":
      return "write a view of them under 'views' of the connection, and grant on it";
    case "serverless-sql":
      return "write whose they are under 'rows' of the warehouse's view";
    case "sql-server":
    case "dedicated-pool":
    case "unity-catalog":
      return "have a view of them made there, and grant on it";
    case "cassandra":
    case "redis":
    case "event-hubs":
    case "cosmos":
      return "keep them in an object of their own, and grant that";
    case "lake":
    case "lake-roles":
      return "files are read as a whole: show them by a view of a warehouse, with its 'rows'";
  }
}

/** What each pipeline grants first to each principal. */
function firstOfPrincipals(written: readonly Grant[]): ReadonlySet<Grant> {
  const firsts = new Map<string, Grant>();
  for (const grant of written) {
    const key = JSON.stringify([grant.pipeline, grant.principal.name]);
    if (!firsts.has(key)) firsts.set(key, grant);
  }
  return new Set(firsts.values());
}

function repeated({ privileges: list }: Grant, report: Report): void {
  for (const [at, { privilege, origin }] of list.entries())
    if (list.findIndex((one) => one.privilege === privilege) < at)
      report.add(grantDiagnostics.repeatedPrivilege.at(origin, { privilege }));
}

/** What a grant names: each kind of object is known by what its name begins with. */
function objectOf(
  grant: Grant,
  project: Project,
  pipelines: readonly LinkedPipeline[],
  tableAt: TableAt,
  report: Report,
): GrantedObject | undefined {
  const { object: named } = grant;
  if (isLake(named)) return lakeObject(grant, project, report);
  if (isTable(named)) return filesObject(grant, tableAt, report);
  if (grant.files) report.add(entraDiagnostics.noFiles.at(grant.files, { object: named.name }));
  const [, connection = "", path = ""] = /^connections\.([^.]+)\.(.+)$/.exec(named.name) ?? [];
  if (path !== "") {
    const found = connectionOf(connection, named, project, report);
    return found && objectIn(found, path, named, project, report);
  }
  const [, pipeline, view] = /^(?:([^/.]+)\/)?warehouse\.([^.]+)$/.exec(named.name) ?? [];
  if (view !== undefined) return viewObject(grant, [pipeline, view], project, pipelines, report);
  return broken(named, project, viewPaths(pipelines, grant.pipeline), report);
}

function connectionOf(name: string, at: Named, { connections }: Project, report: Report): Connection | undefined {
  const connection: Connection | Poisoned | undefined = connections.get(name);
  if (connection === undefined) {
    const suggestion = closest(name, connections.keys());
    report.add(grantDiagnostics.unknownConnection.at(at.origin, { connection: name, suggestion }));
  }
  return isSound(connection) ? connection : undefined;
}

/** What stands behind the connection's name: tables, topics, keys. */
function objectIn(connection: Connection, path: string, at: Named, project: Project, report: Report) {
  if (connection.kind === "postgres")
    return /^[^.]+\.[^.]+$/.test(path) ? postgresObject(connection, path, at, report) : broken(at, project, [], report);
  if (connection.kind === "sql-server" || connection.kind === "azure-sql")
    return tableObject(connection, path, at, report);
  if (connection.kind === "dedicated-sql-pool") return poolObject(connection, path, at, report);
  if (connection.kind === "event-hubs") return hubObject(connection, path, at, report);
  if (connection.kind === "cassandra") return cassandraObject(connection, path, at, report);
  if (connection.kind === "redis") return keysObject(connection, path, at, report);
  if (connection.kind === "cosmos") return containersObject(connection, path, at, report);
  if (connection.kind === "unity-catalog") return unityObject(connection, path, at, report);
  const { name, kind } = connection;
  report.add(grantDiagnostics.wrongKind.at(at.origin, { connection: name, kind }));
  return undefined;
}

const connectionPaths = (project: Project): readonly string[] => [
  ...postgresPaths(project),
  ...transactPaths(project),
  ...poolPaths(project),
  ...hubPaths(project),
  ...keysPaths(project),
  ...cassandraPaths(project),
  ...containerPaths(project),
  ...unityPaths(project),
];

/** `views`: what may be named beside what connections have, and comes after it. */
function broken({ name, origin }: Named, project: Project, views: readonly string[], report: Report): undefined {
  const known = report.wordsOf(project, connectionPaths);
  const view = nearest(name, views);
  const suggestion =
    known.endingWith(name) ??
    views.find((one) => one.endsWith(`.${name}`)) ??
    nearer(known.nearest(name), view && { ...view, order: Number.MAX_SAFE_INTEGER })?.word;
  report.add(grantDiagnostics.brokenObject.at(origin, { object: name, suggestion }));
  return undefined;
}
