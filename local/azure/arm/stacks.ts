import { randomUUID } from "node:crypto";
import { type Answer, Refusal } from "../call.js";
import { isObject, type JsonObject, objectsIn, parsed } from "../json.js";
import { accountRoleTypes, putAccountRole, removeAccountRole } from "./account-roles.js";
import { authorize } from "./authorize.js";
import { hasEnded, settled } from "./operations.js";
import { page } from "./page.js";
import { notFound, refuse } from "./refusals.js";
import { jsonAnswer, newEtag, objectIn, resourceAt, resourcesBelow } from "./resource.js";
import { assign, unassign } from "./role-assignments.js";
import { type ArmRequest, type Route, subscription } from "./route.js";
import { isThere } from "./scopes.js";
import { type Deployed, resourcesOf } from "./templates.js";

const type = "Microsoft.Resources/deploymentStacks";
const deployments = "Microsoft.Resources/deployments";
const versions = ["2024-03-01"];
const path = `${subscription}/resourceGroups/{group}/providers/${type}/{stack}`;
const operations = `${subscription}/providers/Microsoft.Resources/locations/{location}/deploymentStackOperationStatus/{operation}`;

/**
 * Deployment stacks of resource groups that have no deny settings: https://learn.microsoft.com/azure/azure-resource-manager/bicep/deployment-stacks
 * and https://learn.microsoft.com/azure/templates/microsoft.resources/deploymentstacks. What a template makes is there at once; that it
 * was deployed is told when the operation has ended.
 */
export const stackRoutes: readonly Route[] = [
  { method: "GET", path, action: `${type}/read`, versions, handle: get },
  { method: "GET", path: path.replace(/\/\{stack\}$/, ""), action: `${type}/read`, versions, handle: list },
  { method: "PUT", path, action: `${type}/write`, versions, handle: put },
  {
    method: "GET",
    path: `${subscription}/resourceGroups/{group}/providers/${deployments}/{deployment}/operations`,
    action: `${deployments}/operations/read`,
    versions: ["2021-04-01"],
    handle: listOperations,
  },
  { method: "GET", path: operations, action: `${type}/read`, versions, handle: status },
];

function get(request: ArmRequest): Answer {
  settled(request);
  const found = resourceAt(request.store, request.id);
  if (found === undefined) {
    checkGroup(request);
    return notFound(type, request.part("stack"), request.part("group"));
  }
  const { id, name, properties } = found;
  return jsonAnswer(200, { id, name, type, properties });
}

function list(request: ArmRequest): Answer {
  checkGroup(request);
  const found = resourcesBelow(request.store, `${request.id}/deploymentStacks`);
  return page(
    request,
    found.map(({ id, name }) => ({ id, name, type })),
  );
}

/** In a resource group that is not there is nothing, and nothing can be made. */
function checkGroup(request: ArmRequest): void {
  const group = request.id.replace(/\/providers\/.*$/i, "");
  if (!isThere(request, group))
    refuse(404, "ResourceGroupNotFound", `Resource group '${request.part("group")}' could not be found.`);
}

function put(request: ArmRequest): Answer {
  settled(request);
  const { call, store, settings, part, id } = request;
  const { template, ...given } = stackIn(request);
  const before = resourceAt(store, id);
  const becomes = deployed(request, template, before?.properties ?? {});
  const kept = { ...given, parameters: {}, deploymentId: deploymentOf(id), provisioningState: "deploying" };
  store.resources.set(id.toLowerCase(), {
    ...{ id: before?.id ?? id, name: before?.name ?? part("stack"), type, etag: newEtag(), beside: {} },
    properties: { ...kept, resources: before?.properties["resources"] ?? [] },
    isProvisioningUntil: 0,
  });
  const operation = randomUUID();
  const endsAt = call.isEndless ? {} : { endsAt: settings.now() + settings.operationTime };
  store.operations.set(operation, { id: operation, resource: id.toLowerCase(), becomes, ...endsAt });
  const home = `${call.origin}/subscriptions/${part("subscription")}/providers/Microsoft.Resources/locations/westeurope`;
  const found = { id, name: part("stack"), type, properties: kept };
  return jsonAnswer(before === undefined ? 201 : 200, found, {
    "Azure-AsyncOperation": `${home}/deploymentStackOperationStatus/${operation}?api-version=${versions[0]}`,
    "Retry-After": String(Math.floor(settings.operationTime / 1000)),
  });
}

type StackProperties = Readonly<Record<"template" | "actionOnUnmanage" | "denySettings", JsonObject>>;

/** What is put, if it may be now and by whoever asks. */
function stackIn(request: ArmRequest): StackProperties {
  const { call, store, principal, part, id } = request;
  checkGroup(request);
  const { properties } = objectIn(call);
  const { template, actionOnUnmanage, denySettings } = isObject(properties) ? properties : {};
  if (!isObject(template) || !isObject(actionOnUnmanage) || !isObject(denySettings))
    return refuse(400, "InvalidDeploymentStack", "A stack has a template, actionOnUnmanage and denySettings.");
  if (!/^[-\w.()]{1,90}$/.test(part("stack")))
    refuse(400, "InvalidDeploymentStackName", `The name '${part("stack")}' of the stack is not valid.`);
  if (denySettings["mode"] !== "none") {
    // https://learn.microsoft.com/azure/azure-resource-manager/bicep/deployment-stacks#built-in-roles
    authorize(principal, `${type}/manageDenySetting/action`, id);
    refuse(501, "NotStoodIn", "Deny settings are not stood in for.");
  }
  if (actionOnUnmanage["resources"] !== "delete")
    refuse(501, "NotStoodIn", "Only stacks that delete what they no longer have are stood in for.");
  authorize(principal, `${deployments}/write`, id.replace(/\/providers\/.*$/i, ""));
  const state = resourceAt(store, id)?.properties["provisioningState"];
  if (state === "deploying")
    // As it is seen: https://github.com/Azure/deployment-stacks/issues/180
    refuse(
      409,
      "DeploymentStackInNonTerminalState",
      `The deployment stack '${id}' could not be updated as it is currently in a non-terminal state '${state}'.`,
    );
  return { template, actionOnUnmanage, denySettings };
}

interface Failure {
  readonly id: string;
  readonly error: JsonObject;
}

/** Makes what the template says, then takes away what it says no longer. What fails stops what waits for it, and all that is to go. */
function deployed(request: ArmRequest, template: JsonObject, before: JsonObject): { readonly properties: JsonObject } {
  const resources = attempt(() =>
    resourcesOf(template, { subscription: request.part("subscription"), group: request.part("group") }),
  );
  if (resources.error !== undefined) return failed([resources.error], idsIn(before));
  const wanted = resources.value;
  const failures: Failure[] = [];
  const lost = new Set<string>();
  for (const one of wanted) {
    if (one.after.some((id) => lost.has(id))) lost.add(one.id.toLowerCase());
    else {
      const { error } = attempt(() => make(request, one));
      if (error === undefined) continue;
      failures.push({ id: one.id, error });
      lost.add(one.id.toLowerCase());
    }
  }
  const made = wanted.filter(({ id }) => !lost.has(id.toLowerCase())).map(({ id }) => id);
  const known = new Set(wanted.map(({ id }) => id.toLowerCase()));
  const old = idsIn(before).filter((id) => !known.has(id.toLowerCase()));
  keepOperations(request, made, failures);
  if (failures.length > 0) return failed([someFailed], [...new Set([...made, ...idsIn(before)])]);
  const stuck = old.flatMap((id): readonly Failure[] => {
    const { error } = attempt(() => takeAway(request, id));
    return error === undefined ? [] : [{ id, error }];
  });
  if (stuck.length > 0) return undeleted(stuck, made);
  return {
    properties: { ...listed(made), deletedResources: old.map((id) => ({ id })), provisioningState: "succeeded" },
  };
}

function make(request: ArmRequest, { id, name, type, properties }: Deployed): void {
  if (accountRoleTypes.includes(type)) putAccountRole(request, { id, name, type, properties });
  else assign(request, id, properties);
}

function takeAway(request: ArmRequest, id: string): void {
  if (/\/databaseAccounts\//i.test(id)) removeAccountRole(request, id);
  else if (resourceAt(request.store, id) !== undefined) unassign(request, id);
}

/** Both lists: what could not be deleted is the stack's still. */
const idsIn = (properties: JsonObject): readonly string[] =>
  [...objectsIn(properties["resources"]), ...objectsIn(properties["failedResources"])].map(({ id }) => String(id));

const listed = (ids: readonly string[]): JsonObject => ({
  resources: ids.map((id) => ({ id, status: "managed", denyStatus: "none" })),
  deletedResources: [],
  detachedResources: [],
  failedResources: [],
});

/** Codes and words as they are seen, of which resources only their operations say more: https://github.com/Azure/deployment-stacks/issues/160 */
const failed = (details: readonly JsonObject[], ids: readonly string[]): { readonly properties: JsonObject } => ({
  properties: {
    ...listed(ids),
    provisioningState: "failed",
    error: {
      code: "DeploymentStackDeploymentFailed",
      message: "One or more resources could not be deployed.",
      details: [...details],
    },
  },
});

const someFailed: JsonObject = {
  code: "DeploymentFailed",
  message: "At least one resource deployment operation failed. Please list deployment operations for details.",
};

/** Keeps what a stack's deployment did with each resource. https://learn.microsoft.com/rest/api/resources/deployment-operations/list */
function keepOperations({ store, id }: ArmRequest, made: readonly string[], failures: readonly Failure[]): void {
  const deployment = deploymentOf(id);
  const operations = [
    ...made.map((one) => ({ provisioningState: "Succeeded", targetResource: { id: one } })),
    ...failures.map(({ id: one, error }) => ({
      ...{ provisioningState: "Failed", targetResource: { id: one } },
      statusMessage: { status: "Failed", error },
    })),
  ];
  const kept = { etag: newEtag(), beside: {}, isProvisioningUntil: 0, properties: { operations } };
  store.resources.set(deployment.toLowerCase(), {
    id: deployment,
    name: id.replace(/^.*\//, ""),
    type: deployments,
    ...kept,
  });
}

const deploymentOf = (stack: string): string => stack.replace(/\/deploymentStacks\//i, "/deployments/");

function listOperations({ store, id, part }: ArmRequest): Answer {
  const found = resourceAt(store, id) ?? notFound(deployments, part("deployment"), part("group"));
  const value = objectsIn(found.properties["operations"]).map((properties, at) => ({
    operationId: String(at),
    properties,
  }));
  return jsonAnswer(200, { value });
}

/** https://github.com/Azure/deployment-stacks/issues/194 */
const undeleted = (stuck: readonly Failure[], made: readonly string[]): { readonly properties: JsonObject } => ({
  properties: {
    ...listed(made),
    failedResources: stuck.map(({ id, error }) => ({ id, error })),
    provisioningState: "failed",
    error: { code: "DeploymentStackDeleteResourcesFailed", message: "One or more resources could not be deleted." },
  },
});

type Attempt<T> = { readonly value: T; readonly error?: undefined } | { readonly error: JsonObject };

/** What is done, or the error with which it is refused. */
function attempt<T>(does: () => T): Attempt<T> {
  try {
    return { value: does() };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const body = parsed(String(refusal.answer.body));
    const error = isObject(body) && isObject(body["error"]) ? body["error"] : {};
    return { error: { code: error["code"] ?? "", message: error["message"] ?? "" } };
  }
}

function status(request: ArmRequest): Answer {
  settled(request);
  const { store, settings, part, id } = request;
  const operation = store.operations.get(part("operation"));
  if (operation === undefined) return refuse(404, "OperationNotFound", "The operation was not found.");
  const state = store.resources.get(operation.resource)?.properties["provisioningState"];
  const ended = state === "failed" ? "Failed" : "Succeeded";
  return jsonAnswer(200, { id, name: operation.id, status: hasEnded(operation, settings) ? ended : "Running" });
}
