import type { Diagnostic } from "../../compiler/diagnostics/diagnostic.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import { lakeRoles, stackName } from "../../compiler/emit/stacks.js";
import type { Target } from "../../compiler/emit/target.js";
import type { AccessIr, PostgresAccessIr } from "../../compiler/ir/access.js";
import type { CassandraAccessIr } from "../../compiler/ir/cassandra-access.js";
import type { CosmosAccessIr } from "../../compiler/ir/cosmos-access.js";
import type { DedicatedAccessIr } from "../../compiler/ir/dedicated-access.js";
import type { EventHubsAccessIr, FilesAccessIr } from "../../compiler/ir/entra-access.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { LakeRolesAccessIr } from "../../compiler/ir/lake-roles-access.js";
import type { RedisAccessIr } from "../../compiler/ir/redis-access.js";
import type { ServerlessAccessIr } from "../../compiler/ir/serverless-access.js";
import type { TransactAccessIr } from "../../compiler/ir/transact-access.js";
import type { UnityAccessIr } from "../../compiler/ir/unity-access.js";
import { azureDiagnostics } from "./azure-diagnostics.js";
import { cassandraCommand, cassandraScript, refusedTables } from "./cassandra.js";
import { cosmosTemplate } from "./cosmos.js";
import { refusedContainers } from "./cosmos-roles.js";
import { poolScript } from "./dedicated-pool.js";
import { hubsTemplate } from "./event-hubs.js";
import { fileProgram, fileRights } from "./lake-files.js";
import { lakeTemplate } from "./lake-roles.js";
import { postgresScript } from "./postgres.js";
import { postgresDifferences } from "./postgres-differences.js";
import { redisCommand, redisScript, refusedKeys } from "./redis.js";
import { refusedFiles, refusedLake } from "./refuse-files.js";
import { refusedHubs } from "./refuse-hubs.js";
import { refusedInUnity } from "./refuse-unity.js";
import { inDatabase, loginsScript, rightsScript } from "./serverless-sql.js";
import { commandFile, poolCommand, serviceFile } from "./service-file.js";
import { transactScript } from "./sql-server.js";
import { text } from "./text.generated.js";
import { transactDifferences } from "./transact-differences.js";
import { unityScript } from "./unity.js";
import { unityRights } from "./unity-rights.js";

/** Scripts of the rights that principals have: one for each database, and where it is reached in each environment. */
export const grants: Target = {
  name: "grants",
  build(project, report) {
    const refused = project.access.flatMap((access) => [...refusedIn(access), ...refusedStacks(access, project)]);
    for (const diagnostic of refused) report.add(diagnostic);
    if (refused.length > 0) return undefined;
    return {
      *print() {
        for (const access of project.access) yield* artifactsOf(access, project);
      },
    };
  },
};

/** What Azure has no room for in a stack's name. */
function refusedStacks(access: AccessIr, { name: project, environments }: ProjectIr): readonly Diagnostic[] {
  if (!("deployTo" in access) || access.deployTo === undefined) return [];
  const own = access.engine === "lake-roles" ? lakeRoles : access.name;
  return environments.flatMap(({ name: environment, kind }) => {
    const stack = stackName(project, own, environment);
    return kind === "this-machine" || stack.length <= 90
      ? []
      : [azureDiagnostics.stackName.at(access.origin, { stack, environment })];
  });
}

/** What an engine cannot express. */
function refusedIn(access: AccessIr): readonly Diagnostic[] {
  switch (access.engine) {
    case "postgres":
    case "serverless-sql":
    case "sql-server":
    case "dedicated-pool":
      return [];
    case "event-hubs":
      return refusedHubs(access);
    case "cassandra":
      return refusedTables(access);
    case "cosmos":
      return refusedContainers(access);
    case "redis":
      return refusedKeys(access);
    case "lake-roles":
      return refusedLake(access);
    case "unity-catalog":
      return refusedInUnity(access);
    case "lake":
      return refusedFiles(access);
  }
}

function artifactsOf(access: AccessIr, project: ProjectIr): Iterable<Artifact> {
  switch (access.engine) {
    case "postgres":
      return ofPostgres(access, project);
    case "event-hubs":
      return ofEventHubs(access, project);
    case "cassandra":
      return ofCassandra(access, project);
    case "cosmos":
      return ofCosmos(access, project);
    case "redis":
      return ofRedis(access, project);
    case "unity-catalog":
      return ofUnity(access, project);
    case "serverless-sql":
      return ofServerless(access, project);
    case "sql-server":
      return ofSqlServer(access, project);
    case "dedicated-pool":
      return ofDedicatedPool(access, project);
    case "lake-roles":
      return ofLakeRoles(access, project);
    case "lake":
      return ofFiles(access, project);
  }
}

function* ofPostgres(access: PostgresAccessIr, project: ProjectIr): Iterable<Artifact> {
  const { name } = access.database;
  const script = `common/grants/${name}.sql`;
  const objects = [
    ...new Set(access.grants.map(({ table }) => `connections.${name}.${table.schema}.${table.table ?? "*"}`)),
  ];
  yield artifact(script, "postgres", "rights", postgresScript(access, project.name), access, objects);
  const differences = `common/grants/${name}.differences.sql`;
  const query = postgresDifferences(access, script);
  // It goes nowhere: who plans asks it.
  yield { ...artifact(differences, "this-machine", "differences", query, access, []), dependsOn: [script] };
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/${name}.conf`;
    const body = serviceFile(access, environment, script, path);
    // Nobody sends it anywhere: who runs the script by hand takes it from here.
    yield { ...artifact(path, "this-machine", "service", body, access, []), dependsOn: [script] };
  }
}

function* ofEventHubs(access: EventHubsAccessIr, project: ProjectIr): Iterable<Artifact> {
  const hubs = [...new Set(access.grants.map(({ hub }) => `connections.${access.name}.${hub.written}`))];
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/${access.name}.json`;
    yield artifact(
      path,
      "azure-rights",
      "template",
      hubsTemplate(access, environment, project.name, path),
      access,
      hubs,
    );
  }
}

function* ofCosmos(access: CosmosAccessIr, project: ProjectIr): Iterable<Artifact> {
  const { name } = access;
  const containers = [...new Set(access.grants.map(({ scope }) => `connections.${name}.${scope.written}`))];
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/${name}.json`;
    const body = cosmosTemplate(access, environment, project.name, path);
    yield artifact(path, "azure-rights", "template", body, access, containers);
  }
}

function* ofLakeRoles(access: LakeRolesAccessIr, project: ProjectIr): Iterable<Artifact> {
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/lake.roles.json`;
    yield artifact(path, "azure-rights", "template", lakeTemplate(access, environment, project.name, path), access, []);
  }
}

function* ofRedis(access: RedisAccessIr, project: ProjectIr): Iterable<Artifact> {
  const script = `common/grants/${access.name}.redis`;
  const keys = [...new Set(access.grants.map((grant) => `connections.${access.name}.${grant.keys.name}`))];
  const body = redisScript(access, project.name);
  // Without a login nobody sends it anywhere: who runs the script by hand takes both from here.
  yield access.login === undefined
    ? artifact(script, "this-machine", "script", body, access, keys)
    : artifact(script, "redis", "rights", body, access, keys);
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/${access.name}.txt`;
    const body = redisCommand(access, environment, script);
    yield { ...artifact(path, "this-machine", "service", body, access, []), dependsOn: [script] };
  }
}

function* ofCassandra(access: CassandraAccessIr, project: ProjectIr): Iterable<Artifact> {
  const script = `common/grants/${access.name}.cql`;
  const tables = access.grants.map(({ table }) => `connections.${access.name}.${table.keyspace}.${table.table ?? "*"}`);
  const body = cassandraScript(access, project.name);
  // Without a login nobody sends it anywhere: who runs the script by hand takes both from here.
  const [plane, kind] =
    access.login === undefined ? (["this-machine", "script"] as const) : (["cassandra", "rights"] as const);
  yield artifact(script, plane, kind, body, access, [...new Set(tables)]);
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/${access.name}.txt`;
    const body = cassandraCommand(access, environment, script);
    yield { ...artifact(path, "this-machine", "service", body, access, []), dependsOn: [script] };
  }
}

/** Catalogs have names of their own in each environment. */
function* ofUnity(access: UnityAccessIr, project: ProjectIr): Iterable<Artifact> {
  const objects = [...new Set(access.grants.map(({ object }) => `connections.${access.name}.${object.written}`))];
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/${access.name}.sql`;
    // Nobody sends it anywhere: who runs the script by hand takes it from here.
    yield artifact(path, "this-machine", "script", unityScript(access, environment, project.name), access, objects);
    // Where nothing is published, it is of no use.
    if (!project.lake.account.has(environment.name)) continue;
    const rights = `env/${environment.name}/grants/${access.name}.json`;
    yield artifact(rights, "unity-catalog", "rights", unityRights(access, environment), access, objects);
  }
}

/** The same in all environments: `1-database.sql` of an environment has its server and database. */
function* ofServerless(access: ServerlessAccessIr, project: ProjectIr): Iterable<Artifact> {
  const [logins, rights] = [`common/grants/${access.name}/1-logins.sql`, `common/grants/${access.name}/2-rights.sql`];
  const views = [...new Set(access.grants.map(({ view }) => `${view.schema}/warehouse.${view.name}`))];
  const needed = inDatabase(access).length === 0 ? [] : [logins];
  if (needed.length > 0) yield artifact(logins, "sql", "master-script", loginsScript(access), access, []);
  const body = rightsScript(access, project.name);
  yield { ...artifact(rights, "sql", "script", body, access, views), dependsOn: needed };
}

function* ofSqlServer(access: TransactAccessIr, project: ProjectIr): Iterable<Artifact> {
  const { name } = access.database;
  const script = `common/grants/${name}/rights.sql`;
  const objects = access.grants.map(({ table }) => `connections.${name}.${table.schema}.${table.table ?? "*"}`);
  yield artifact(script, "sql", "script", transactScript(access, project.name), access, [...new Set(objects)]);
  // Nobody sends it anywhere by itself: publishing asks it with `--sql direct`, and so may people.
  const differences = artifact(
    `common/grants/${name}/rights.differences.sql`,
    "this-machine",
    "differences",
    transactDifferences(access, script),
    access,
    [],
  );
  yield { ...differences, dependsOn: [script] };
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const body = commandFile(access, environment, script);
    const path = `env/${environment.name}/grants/${name}.txt`;
    // Nobody sends it anywhere: who runs the script by hand takes it from here.
    yield { ...artifact(path, "this-machine", "service", body, access, []), dependsOn: [script] };
  }
}

function* ofDedicatedPool(access: DedicatedAccessIr, project: ProjectIr): Iterable<Artifact> {
  const { name } = access.pool;
  const script = `common/grants/${name}/rights.sql`;
  const objects = access.grants.map(({ table }) => `connections.${name}.${table.schema}.${table.table ?? "*"}`);
  yield artifact(script, "sql", "script", poolScript(access, project.name), access, [...new Set(objects)]);
  for (const environment of project.environments) {
    if (environment.kind === "this-machine") continue;
    const path = `env/${environment.name}/grants/${name}.txt`;
    const body = poolCommand(access, environment, script);
    // Nobody sends it anywhere: who runs the script by hand takes it from here.
    yield { ...artifact(path, "this-machine", "service", body, access, []), dependsOn: [script] };
  }
}

function* ofFiles(access: FilesAccessIr, project: ProjectIr): Iterable<Artifact> {
  const tables = [...new Set(access.grants.map(({ table }) => table.reference))];
  yield artifact(fileProgram, "this-machine", "program", text["runtime/file_rights.py"], access, []);
  for (const environment of project.environments) {
    if (environment.kind !== "azure") continue;
    const path = `env/${environment.name}/grants/lake.files.json`;
    const body = fileRights(access, environment, project);
    yield { ...artifact(path, "azure-rights", "file-rights", body, access, tables), dependsOn: [fileProgram] };
  }
}

const artifact = (
  path: string,
  plane: Artifact["plane"],
  kind: string,
  body: string,
  { origin }: AccessIr,
  writes: readonly string[],
): Artifact => ({ path, plane, kind, body, dependsOn: [], owner: "grants", effects: { reads: [], writes }, origin });
