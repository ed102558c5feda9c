import { jobFiles } from "../compiler/emit/lake.js";
import { routes } from "./arm-kinds.js";
import { type Destination, releasesOf, stateBlobOf } from "./destination.js";
import { type ArmKindName, isArmKindName, kinds } from "./kinds.js";
import { armKindsRead } from "./kinds-read.js";
import { type SynapseRole, synapseResourceActions, synapseRole } from "./synapse-permissions.js";
import type { Wanted } from "./thing.js";
import { isOfEvents, scopeOf } from "./trigger-kinds.js";

/** What a publisher must be allowed to do in an environment, and nothing else. */
export interface Permissions {
  /** A role definition of Azure, as `az role definition create` takes it; undefined: nothing of the environment is in the factory. */
  readonly factory: RoleDefinition | undefined;
  /** To subscribe triggers to the events of a storage account or a topic; undefined: there are no such triggers. */
  readonly events: RoleDefinition | undefined;
  /** For the state, and for the files of jobs in the lake. */
  readonly state: RoleDefinition;
  /** What a workspace knows no role definition for, in words. */
  readonly databricks: readonly string[];
  /** Undefined: nothing of the environment is in a workspace of Synapse. */
  readonly synapse: SynapsePermissions | undefined;
}

export interface SynapsePermissions {
  /** In the workspace itself. */
  readonly artifacts: SynapseRole;
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

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

export function permissionsOf(destination: Destination, wanted: readonly Wanted[]): Permissions {
  const { project, environment, factory, databricks, synapse, state } = destination;
  const named = { IsCustom: true, NotActions: [], NotDataActions: [] } as const;
  return {
    factory: factory && {
      ...named,
      Name: `sluice ${project} ${environment} factory`,
      Description: `Plans and publishes ${project} to the factory ${factory.name}.`,
      Actions: factoryActions(wanted),
      DataActions: [],
      AssignableScopes: [`/subscriptions/${factory.subscription}/resourceGroups/${factory.resourceGroup}`],
    },
    events: eventsRole(`sluice ${project} ${environment} events`, wanted),
    state: {
      ...named,
      Name: `sluice ${project} ${environment} state`,
      Description: `Reads and writes ${[stateBlobOf(destination), `${releasesOf(destination)}/`, ...(synapse === undefined ? [] : [`${jobFiles(project)}/`])].join(" and ")} in the container ${state.container} of ${state.endpoint}.`,
      Actions: [],
      DataActions: [...(synapse === undefined ? [] : [`${blobs}/delete`]), `${blobs}/read`, `${blobs}/write`],
      AssignableScopes: ["/subscriptions/<that of the storage account>"],
    },
    databricks:
      databricks === undefined
        ? []
        : [
            `${databricks.endpoint}: workspace access (entitlement 'workspace-access')`,
            `Can Manage on the folder /Shared/${project}; to make it the first time, Can Edit on /Shared`,
            "Can Manage on the project's jobs: their maker has it",
            "may make clusters ('allow-cluster-create'), as the jobs bring their own",
          ],
    synapse: synapse && {
      artifacts: synapseRole(synapse),
      workspace: {
        ...named,
        Name: `sluice ${project} ${environment} workspace`,
        Description: `Plans and publishes ${project} to the workspace ${synapse.name}.`,
        Actions: synapseResourceActions(wanted),
        DataActions: [],
        AssignableScopes: [`/subscriptions/${synapse.subscription}/resourceGroups/${synapse.resourceGroup}`],
      },
    },
  };
}

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

/** Each step names the action that it needs. */
export function factoryActions(wanted: readonly Wanted[]): readonly string[] {
  // As the vendor lists them: https://learn.microsoft.com/azure/role-based-access-control/permissions/analytics#microsoftdatafactory
  const action = (kind: ArmKindName, verb: string) =>
    `Microsoft.DataFactory/factories/${kind === "linkedService" ? "linkedServices" : routes[kind]}/${verb}`;
  const read = armKindsRead(wanted).map((kind) => action(kind, "read"));
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
    action("trigger", "geteventsubscriptionstatus/action"),
    action("trigger", "unsubscribefromevents/action"),
    ...(wanted.some(({ value }) => isOfEvents(value)) ? [action("trigger", "subscribetoevents/action")] : []),
  ];
  return [...read, ...written, ...started, ...heard].sort();
}
