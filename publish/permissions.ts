import { jobFiles } from "../compiler/emit/lake.js";
import { routes } from "./arm-kinds.js";
import { type AssignmentCondition, readingOnlyState } from "./blob-condition.js";
import {
  type CatalogPlace,
  type DatabricksPlace,
  type Destination,
  type FactoryPlace,
  isCatalog,
  isOpened,
  type OpenedPlace,
  releasesOf,
  type SqlPlace,
  stateBlobOf,
} from "./destination.js";
import { type ArmKindName, isArmKindName, kinds } from "./kinds.js";
import { armKindsRead } from "./kinds-read.js";
import { runsScripts } from "./script.js";
import { databaseId } from "./sql-asked.js";
import { accountRole, type StackRole, stackRoles } from "./stack-permissions.js";
import {
  computeRole,
  type DataRole,
  dataRole,
  type SynapseRole,
  synapseResourceActions,
  synapseRole,
} from "./synapse-permissions.js";
import type { Wanted } from "./thing.js";
import { isOfEvents, scopeOf } from "./trigger-kinds.js";

/** What somebody must be allowed to do in an environment for a task, and nothing else. */
export interface Permissions {
  /** A role definition of Azure, as `az role definition create` takes it; undefined: nothing of the environment is in the factory. */
  readonly factory: RoleDefinition | undefined;
  /** To subscribe triggers to the events of a storage account or a topic; undefined: there are no such triggers, or they are only looked at. */
  readonly events: RoleDefinition | undefined;
  /** For the state, and for the files of jobs in the lake. */
  readonly state: RoleDefinition;
  /** For whoever only plans: with what condition `state` is assigned, so that no other blob of the account is read with it. */
  readonly state_assignment?: AssignmentCondition;
  /** What a workspace knows no role definition for, in words. */
  readonly databricks: readonly string[];
  /** Undefined: nothing of the environment is in a workspace of Synapse. */
  readonly synapse: SynapsePermissions | undefined;
  /** To read the passwords of databases in which rights are granted or scripts are run; undefined: there are none. */
  readonly secrets?: DataRole;
  /** Whom databases are opened as, for what no role of Azure says, in words. */
  readonly databases?: readonly string[];
  /** To deploy roles as stacks; undefined: there are none. */
  readonly stacks?: readonly StackRole[];
  /** To make and assign roles of accounts of Azure Cosmos DB, by such a stack; undefined: there are none. */
  readonly account_roles?: RoleDefinition;
}

export interface SynapsePermissions {
  /** In the workspace itself. */
  readonly artifacts: SynapseRole;
  /** At the pools of streaming jobs; undefined: there are none. */
  readonly compute: SynapseRole | undefined;
  /** Where streaming jobs keep and find their data: they run as whoever publishes. Undefined: there are none, or they are only looked at. */
  readonly data: DataRole | undefined;
  /** As Azure sees the workspace: what it has that artifacts refer to is read. */
  readonly workspace: RoleDefinition;
}

/** https://learn.microsoft.com/azure/role-based-access-control/role-definitions */
export interface RoleDefinition {
  readonly Name: string;
  readonly IsCustom: true;
  readonly Description: string;
  readonly Actions: readonly string[];
  readonly NotActions: readonly string[];
  readonly DataActions: readonly string[];
  readonly NotDataActions: readonly string[];
  readonly AssignableScopes: readonly string[];
}

/** What somebody does in an environment; who publishes also plans. */
export type Task = "plan" | "publish";

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

export function permissionsOf(destination: Destination, wanted: readonly Wanted[], task: Task): Permissions {
  const { factory, databricks, synapse } = destination;
  const opened = destination.databases.filter(isOpened);
  const stacks = stackRoles(destination, wanted, task);
  const account = accountRole(destination, wanted, task, roleOf(destination, "account roles", task));
  return {
    factory: factory && factoryRole(destination, factory, wanted, task),
    events: task === "plan" ? undefined : eventsRole(named(destination, "events", task), wanted),
    state: stateRole(destination, task),
    ...(task === "plan" ? { state_assignment: readingOnlyState(destination) } : {}),
    databricks: [
      ...(databricks === undefined ? [] : databricksRights(destination, databricks, task)),
      ...destination.databases.filter(isCatalog).map(catalogRights),
    ],
    synapse: synapse && {
      artifacts: synapseRole(synapse, task),
      compute: computeRole(synapse, wanted),
      data: task === "plan" ? undefined : dataRole(wanted),
      workspace: {
        ...roleOf(destination, "workspace", task),
        Description: `${doing(task)} ${destination.project} to the workspace ${synapse.name}.`,
        Actions: synapseResourceActions(wanted),
        AssignableScopes: [`/subscriptions/${synapse.subscription}/resourceGroups/${synapse.resourceGroup}`],
      },
    },
    ...openedBy(opened, runIn(destination, wanted, task)),
    ...(stacks.length === 0 ? {} : { stacks }),
    ...(account === undefined ? {} : { account_roles: account }),
  };
}

/** To plan, only those are opened that can be asked something. */
const runIn = ({ sql = [] }: Destination, wanted: readonly Wanted[], task: Task): readonly SqlPlace[] =>
  sql.filter(({ connection: name }) => task === "publish" || wanted.some(({ id }) => id === databaseId(name)));

/** Databases in which rights are granted are opened to plan, too. */
function openedBy(
  opened: readonly OpenedPlace[],
  run: readonly SqlPlace[],
): Pick<Permissions, "secrets" | "databases"> {
  const passwords = [...opened, ...run.flatMap(({ login }) => (login.kind === "password" ? [login] : []))];
  const users = [...opened.map(userOf), ...run.map(runnerOf)];
  return {
    ...(passwords.length === 0 ? {} : { secrets: secretsRole(passwords) }),
    ...(users.length === 0 ? {} : { databases: users }),
  };
}

const runnerOf = ({ connection, host, database, login }: SqlPlace): string =>
  `${login.kind === "token" ? "whoever publishes" : login.user} in ${database} at ${host} (connections.${connection}): what the heads of its scripts ask for, as docs/publishing.md says under 'Scripts run directly'`;

const secretsRole = (databases: readonly Pick<OpenedPlace, "password">[]): DataRole => ({
  role: "Key Vault Secrets User",
  scopes: [
    ...new Set(
      databases.map(
        ({ password: { vault, secret } }) =>
          `/subscriptions/<that of the vault>/resourceGroups/<its own>/providers/Microsoft.KeyVault/vaults/${vault.replace(/^https:\/\//, "").replace(/\.vault\..*$/, "")}/secrets/${secret}`,
      ),
    ),
  ].sort(),
  page: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security#key-vault-secrets-user",
});

const userOf = (place: OpenedPlace): string => {
  const where = place.engine === "postgres" ? `in ${place.database} at` : "at";
  const section = { postgres: "Who runs it", redis: "Redis", cassandra: "Cassandra" }[place.engine];
  return `${place.user} ${where} ${place.host} (connections.${place.connection}): what docs/grants.md says under '${section}'`;
};

const doing = (task: Task): string => (task === "plan" ? "Plans, and does not publish," : "Plans and publishes");

/** Roles' names are unique in a tenant. */
const named = ({ project, environment }: Destination, what: string, task: Task): string =>
  `sluice ${project} ${environment} ${what}${task === "plan" ? " reader" : ""}`;

type Bare = Omit<RoleDefinition, "Description" | "AssignableScopes">;

const roleOf = (destination: Destination, what: string, task: Task): Bare => ({
  Name: named(destination, what, task),
  IsCustom: true,
  Actions: [],
  NotActions: [],
  DataActions: [],
  NotDataActions: [],
});

const factoryRole = (
  destination: Destination,
  { name, subscription, resourceGroup }: FactoryPlace,
  wanted: readonly Wanted[],
  task: Task,
): RoleDefinition => ({
  ...roleOf(destination, "factory", task),
  Description: `${doing(task)} ${destination.project} to the factory ${name}.`,
  Actions: task === "plan" ? [...factoryReads(wanted), runsAsked].sort() : factoryActions(destination, wanted),
  AssignableScopes: [`/subscriptions/${subscription}/resourceGroups/${resourceGroup}`],
});

function stateRole(destination: Destination, task: Task): RoleDefinition {
  const { project, synapse, state } = destination;
  const files = synapse === undefined ? [] : [`${jobFiles(project)}/`];
  const releases = task === "plan" ? [] : [`${releasesOf(destination)}/`];
  // Those that nothing names any more are deleted, where it is allowed.
  const checkpoints = task === "plan" ? [] : ["_checkpoints/"];
  const does = task === "plan" ? "Reads" : "Reads and writes";
  const written = [`${blobs}/delete`, `${blobs}/read`, `${blobs}/write`];
  return {
    ...roleOf(destination, "state", task),
    Description: `${does} ${[stateBlobOf(destination), ...releases, ...files, ...checkpoints].join(" and ")} in the container ${state.container} of ${state.endpoint}.`,
    DataActions: task === "plan" ? [`${blobs}/read`] : written,
    AssignableScopes: ["/subscriptions/<that of the storage account>"],
  };
}

function databricksRights(
  { project, environment }: Destination,
  { endpoint, planner }: DatabricksPlace,
  task: Task,
): readonly string[] {
  const access = `${endpoint}: workspace access (entitlement 'workspace-access')`;
  const folder = `the folder /Shared/${project}`;
  if (task === "publish")
    return [
      access,
      `Can Manage on ${folder}; to make it the first time, Can Edit on /Shared`,
      "Can Manage on the project's jobs, to change them and to start and cancel their runs: their maker has it",
      "may make clusters ('allow-cluster-create'), as the jobs bring their own",
    ];
  const given =
    planner === undefined
      ? `publishing gives it to the application whose id is 'planner' of the environment ${environment}, which there is none yet`
      : `publishing gives it to ${planner}, the 'planner' of the environment ${environment}`;
  return [access, `Can Read on ${folder}; before it is there, on /Shared`, `Can View on the project's jobs: ${given}`];
}

/**
 * No lesser right shows what others hold, so that a plan needs it too.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-privileges
 */
const catalogRights = ({ workspace, catalog, connection }: CatalogPlace): string =>
  `https://${workspace}: the catalog ${catalog} (connections.${connection}): to own it, or to have BROWSE, USE CATALOG, USE SCHEMA and MANAGE on it; himself, or by a group of that workspace that is no principal`;

/**
 * The service asks whether whoever makes a trigger of events may subscribe to them.
 * https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger#role-based-access-control
 */
function eventsRole(name: string, wanted: readonly Wanted[]): RoleDefinition | undefined {
  const scopes = new Set(wanted.flatMap(({ value }) => scopeOf(value) ?? []));
  if (scopes.size === 0) return undefined;
  return {
    Name: name,
    IsCustom: true,
    Description: `Subscribes triggers to events: to be assigned at ${[...scopes].join(" and ")}.`,
    Actions: ["Microsoft.EventGrid/eventSubscriptions/write"],
    NotActions: [],
    DataActions: [],
    NotDataActions: [],
    AssignableScopes: [...new Set([...scopes].map((scope) => scope.replace(/\/providers\/.*$/, "")))].sort(),
  };
}

// As the vendor lists them: https://learn.microsoft.com/azure/role-based-access-control/permissions/analytics#microsoftdatafactory
const action = (kind: ArmKindName, verb: string): string =>
  `Microsoft.DataFactory/factories/${kind === "linkedService" ? "linkedServices" : routes[kind]}/${verb}`;

/** To say what runs: who plans may. A POST, which no role that only reads has. */
const runsAsked = "Microsoft.DataFactory/factories/querypipelineruns/action";

/** What a plan looks at. Whether a trigger gets its events is asked by a POST, which no role that only reads has. */
const factoryReads = (wanted: readonly Wanted[]): readonly string[] =>
  [
    ...armKindsRead(wanted).map((kind) => action(kind, "read")),
    action("trigger", "geteventsubscriptionstatus/action"),
  ].sort();

/** Each step names the action that it needs. */
function factoryActions(destination: Destination, wanted: readonly Wanted[]): readonly string[] {
  const written = Object.values(kinds).flatMap(({ name, ownership }) => {
    if (!isArmKindName(name) || ownership === "never") return [];
    if (ownership === "shared") return [action(name, "write")];
    return [action(name, "write"), action(name, "delete")];
  });
  // Starting and stopping are operations that are looked at until they have ended.
  const started = [
    action("trigger", "start/action"),
    action("trigger", "stop/action"),
    "Microsoft.DataFactory/factories/operationResults/read",
  ];
  // One of an earlier publishing may have to be stopped, whatever there is to be now.
  const heard = [
    action("trigger", "unsubscribefromevents/action"),
    ...(wanted.some(({ value }) => isOfEvents(value)) ? [action("trigger", "subscribetoevents/action")] : []),
  ];
  // Scripts are run by a pipeline that is started and waited for.
  const run = wanted.some((one) => runsScripts(one, destination))
    ? [action("pipeline", "createrun/action"), "Microsoft.DataFactory/factories/pipelineruns/read"]
    : [];
  return [...factoryReads(wanted), ...written, ...started, ...heard, ...run].sort();
}
