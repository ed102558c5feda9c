import { scriptsPipeline } from "../../compiler/emit/scripts.js";
import type { TransactDatabaseIr } from "../../compiler/ir/database.js";
import type { DedicatedPoolIr } from "../../compiler/ir/dedicated.js";
import { dedicatedPools } from "../../compiler/ir/dedicated-pools.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { ofProject } from "../../compiler/ir/shared-names.js";
import type { WarehouseIr } from "../../compiler/ir/warehouse.js";
import type { Origin } from "../../compiler/source/origin.js";
import { type Dependency, type Fail, type IfCondition, when } from "./activity.js";
import { type AzureSqlDW, type CredentialLogin, type Database, placeOf, reachedBy } from "./database-services.js";
import {
  call,
  type Expression,
  errorOf,
  evaluated,
  item,
  parameter,
  quoted,
  variable,
  verbatim,
} from "./expression.js";
import { ownedBy } from "./names.js";
import type { Pipeline } from "./pipeline.js";
import { shortPolicy } from "./policy.js";
import { linkedService } from "./reference.js";

/** A connection whose scripts publishing has run, as a credential of the factory. */
export interface Deployed {
  /** The connection's. */
  readonly name: string;
  readonly origin: Origin;
  /** Where its scripts are run: in the database itself, or in `master`, where databases and logins are made. */
  readonly places: readonly Where[];
  readonly service: (head: Head, where: Where, environment: EnvironmentIr) => AzureSqlDW | Database;
}

type Where = "own" | "master";

interface Head {
  readonly name: string;
  readonly annotations: readonly string[];
}

export function deployedOf(project: ProjectIr): readonly Deployed[] {
  const { warehouses, access, control, origin } = project;
  const rights = access.flatMap((one) => (one.engine === "sql-server" ? [one.database] : []));
  const databases = new Map([...rights, ...(control ? [control.database] : [])].map((one) => [one.name, one]));
  return [
    ...warehouses.flatMap((one) => (one.deployAs === undefined ? [] : [serverlessOf(one, one.deployAs)])),
    ...dedicatedPools(project).flatMap((one) => (one.deployAs === undefined ? [] : [dedicatedOf(one, one.deployAs)])),
    ...[...databases.values()].flatMap((one) =>
      one.deployAs === undefined ? [] : [databaseOf(one, one.deployAs, origin)],
    ),
  ];
}

/**
 * A pool of a workspace, opened as a credential and never as the factory itself: whoever edits the factory would rule the pool.
 * https://learn.microsoft.com/azure/data-factory/connector-azure-sql-data-warehouse#user-assigned-managed-identity-authentication
 */
const poolService = (
  { name, annotations }: Head,
  what: string,
  server: string,
  database: AzureSqlDW["properties"]["typeProperties"]["database"],
  credential: string,
): AzureSqlDW => ({
  name,
  properties: {
    description: `Scripts of ${what} and rights are run by it when the project is published.`,
    annotations,
    type: "AzureSqlDW",
    typeProperties: {
      server: verbatim(server),
      database,
      encrypt: "mandatory",
      trustServerCertificate: false,
      ...loginOf(credential),
    },
  },
});

const serverlessOf = ({ name, origin, workspace, database }: WarehouseIr, credential: string): Deployed => ({
  name,
  origin,
  places: ["own", "master"],
  service: (head, where, { name: environment }) => {
    const server = `${workspace.get(environment) ?? ""}-ondemand.sql.azuresynapse.net`;
    const own = where === "master" ? where : verbatim(database.get(environment) ?? "");
    return poolService(head, "views", server, own, credential);
  },
});

/** A dedicated pool is a database of its own, whose users need no login. */
const dedicatedOf = ({ name, origin, workspace, pool }: DedicatedPoolIr, credential: string): Deployed => ({
  name,
  origin,
  places: ["own"],
  service: (head, _, { name: environment }) => {
    const server = `${workspace.get(environment) ?? ""}.sql.azuresynapse.net`;
    return poolService(head, "tables", server, verbatim(pool.get(environment) ?? ""), credential);
  },
});

/** The same of an Azure SQL Database. https://learn.microsoft.com/azure/data-factory/connector-azure-sql-database#user-assigned-managed-identity-authentication */
const databaseOf = (database: TransactDatabaseIr, credential: string, origin: Origin): Deployed => ({
  name: database.name,
  origin,
  places: ["own"],
  service: ({ name, annotations }, _, environment): Database => ({
    name,
    properties: {
      description:
        "Scripts of rights, and of the tables where marks are kept, are run by it when the project is published.",
      annotations,
      type: "AzureSqlDatabase",
      typeProperties: {
        ...placeOf(database, environment),
        encrypt: "mandatory",
        trustServerCertificate: false,
        ...loginOf(credential),
      },
      ...reachedBy(database),
    },
  }),
});

const loginOf = (credential: string): CredentialLogin => ({
  authenticationType: "UserAssignedManagedIdentity",
  credential: { referenceName: credential, type: "CredentialReference" },
});

const serviceName = ({ name }: Deployed, where: Where, project: ProjectIr): string =>
  ofProject(project, name, "scripts", ...(where === "master" ? [where] : []));

export const deploymentServices = (
  deployed: Deployed,
  project: ProjectIr,
  environment: EnvironmentIr,
): readonly (AzureSqlDW | Database)[] =>
  deployed.places.map((where) => {
    const head = { name: serviceName(deployed, where, project), annotations: [ownedBy(project)] };
    return deployed.service(head, where, environment);
  });

const batches = "batches";
const error = "error";
const loop = "each batch";

/**
 * Runs the batches that it is handed one after another, each in its database; after one that has failed none, and it fails with what that
 * one says. A loop itself would go on. https://learn.microsoft.com/azure/data-factory/control-flow-for-each-activity
 * Where the loop fails otherwise so does the pipeline, whose outcome is that of its last activities, and of what they were skipped for:
 * https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-failure-error-handling
 */
export const deploymentPipeline = (deployed: Deployed, project: ProjectIr): Pipeline => ({
  name: scriptsPipeline(project.name, deployed.name),
  properties: {
    description: `Runs scripts in the databases of the connection '${deployed.name}'. Publishing starts it with those that are new or have changed.`,
    activities: [
      {
        name: loop,
        type: "ForEach",
        dependsOn: [],
        userProperties: [],
        typeProperties: {
          items: evaluated(parameter(batches)),
          isSequential: true,
          activities: deployed.places.map((where) => inDatabase(where, deployed, project)),
        },
      },
      {
        name: "tell error",
        type: "IfCondition",
        dependsOn: [when(loop, "Completed")],
        userProperties: [],
        typeProperties: {
          expression: evaluated(call("not", call("empty", variable(error)))),
          ifTrueActivities: [failing("fail", variable(error))],
        },
      },
      // What is kept is of batches that were run: whatever else the loop has failed with would be nobody's.
      failing(
        "fail with the loop",
        call("concat", quoted("not all batches were run. "), variable(error), call("string", errorOf(loop))),
        [when(loop, "Failed")],
      ),
    ],
    parameters: { [batches]: { type: "array", defaultValue: [] } },
    variables: { [error]: { type: "String", defaultValue: "" } },
    // Another run waits for one that goes on: their scripts would meet.
    concurrency: 1,
    folder: { name: project.name },
    annotations: [ownedBy(project), `sluice: ${deployed.origin.file.path}`],
  },
});

/** One of the two runs a batch: that of its database, where none has failed. */
function inDatabase(where: Where, deployed: Deployed, project: ProjectIr): IfCondition {
  const [name, keep] = [`run in ${where}`, `keep error of ${where}`];
  const isHere = call("equals", item("where"), quoted(where));
  return {
    name: `is in ${where}`,
    type: "IfCondition",
    dependsOn: [],
    userProperties: [],
    typeProperties: {
      expression: evaluated(call("and", isHere, call("empty", variable(error)))),
      ifTrueActivities: [
        {
          name,
          type: "Script",
          dependsOn: [],
          // A batch may be run again, but what it has failed for is rarely gone by then.
          policy: { ...shortPolicy(60), retry: 0 },
          userProperties: [{ name: "Script", value: evaluated(item("script")) }],
          linkedServiceName: linkedService(serviceName(deployed, where, project)),
          typeProperties: {
            scripts: [{ type: "NonQuery", text: evaluated(item("text")) }],
            scriptBlockExecutionTimeout: "01:00:00",
          },
        },
        {
          name: keep,
          type: "SetVariable",
          dependsOn: [when(name, "Failed")],
          policy: { secureOutput: false, secureInput: false },
          userProperties: [],
          typeProperties: {
            variableName: error,
            value: evaluated(call("concat", item("script"), quoted(": "), call("string", errorOf(name)))),
          },
        },
      ],
    },
  };
}

const failing = (name: string, message: Expression, dependsOn: readonly Dependency[] = []): Fail => ({
  name,
  type: "Fail",
  dependsOn,
  userProperties: [],
  typeProperties: { message: evaluated(message), errorCode: "script-failed" },
});
