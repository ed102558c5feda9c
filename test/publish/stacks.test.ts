import { afterEach, expect, it } from "vitest";
import { user } from "../../local/azure/seed.js";
import type { StackRole } from "../../publish/stack-permissions.js";
import { impatient } from "./cloud.fixture.js";
import { goingWrong, once, requestsOf } from "./mishaps.fixture.js";
import { nothing } from "./project-cloud.fixture.js";
import {
  analystsGroup,
  anna,
  backup,
  container,
  devices,
  first,
  hub,
  nobody,
  second,
  sources,
  stacksCloud,
  subscription,
} from "./stacks.fixture.js";

let cloud: Awaited<ReturnType<typeof stacksCloud>>;
afterEach(() => cloud.stop());

const [before, after] = [sources(first), sources(second)];
const readerRole = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1";
const receiverRole = "a638d3c7-ab3a-418d-83e6-5f17a39d4fde";
const roleOf = (role: string) =>
  `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${role}`;
const assignment = (scope: string, tail: string) =>
  `${scope}/providers/Microsoft.Authorization/roleAssignments/00000000-0000-0000-0000-0000000000${tail}?api-version=2022-04-01`;

it("a plan tells which role is assigned to whom and where, which is taken away, and why", async () => {
  cloud = await stacksCloud();
  const lines = async (version: typeof before) =>
    (await cloud.plan(version)).steps.flatMap(({ id, changes, loses }) => [
      `${id}${loses === undefined ? "" : ` ! ${loses}`}`,
      ...changes.map((one) => `  ${one.new === undefined ? "-" : "+"} ${one.path} (${one.because})`),
    ]);
  expect(await lines(before)).toEqual([
    "update:rights/events",
    "  + analysts (group grp-analysts) | Azure Event Hubs Data Receiver | Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings (unknown)",
    "  + devices (service principal app-devices) | Azure Event Hubs Data Sender | Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings (unknown)",
    "update:rights/lake.roles",
    "  + analysts (group grp-analysts) | Storage Blob Data Reader | Microsoft.Storage/storageAccounts/plantprod/blobServices/default/containers/lake (unknown)",
    "update:rights/serving",
    "  + sluice plant serving prod: select | role (unknown)",
    "  + sluice plant serving prod: insert | role (unknown)",
    "  + sluice plant serving prod: update | role (unknown)",
    "  + sluice plant serving prod: delete | role (unknown)",
    "  + sluice plant serving prod: upsert | role (unknown)",
    "  + devices (service principal app-devices) | sluice plant serving prod: select | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders (unknown)",
    "  + devices (service principal app-devices) | sluice plant serving prod: insert | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders (unknown)",
    "  + devices (service principal app-devices) | sluice plant serving prod: update | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders (unknown)",
    "  + devices (service principal app-devices) | sluice plant serving prod: upsert | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders (unknown)",
  ]);
  expect(await cloud.become(before)).toMatchObject({ kind: "published" });
  expect(await lines(before)).toEqual([]);
  expect(await lines(after)).toEqual([
    "update:rights/events ! rights that principals hold: devices (service principal app-devices) Azure Event Hubs Data Sender Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings",
    "  - devices (service principal app-devices) | Azure Event Hubs Data Sender | Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings (sources)",
    "update:rights/lake.roles ! rights that principals hold: analysts (group grp-analysts) Storage Blob Data Reader Microsoft.Storage/storageAccounts/plantprod/blobServices/default/containers/lake",
    "  - analysts (group grp-analysts) | Storage Blob Data Reader | Microsoft.Storage/storageAccounts/plantprod/blobServices/default/containers/lake (sources)",
    "  + backup (service principal app-backup) | Storage Blob Data Reader | Microsoft.Storage/storageAccounts/plantprod/blobServices/default/containers/lake (sources)",
    "update:rights/serving ! rights that principals hold: devices (service principal app-devices) sluice plant serving prod: insert Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders, devices (service principal app-devices) sluice plant serving prod: update Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders, devices (service principal app-devices) sluice plant serving prod: upsert Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders",
    "  - devices (service principal app-devices) | sluice plant serving prod: insert | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders (sources)",
    "  - devices (service principal app-devices) | sluice plant serving prod: update | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders (sources)",
    "  - devices (service principal app-devices) | sluice plant serving prod: upsert | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop/colls/orders (sources)",
    "  + backup (service principal app-backup) | sluice plant serving prod: select | Microsoft.DocumentDB/databaseAccounts/plant-serving/dbs/shop (sources)",
  ]);
  // Somebody takes one away, and gives another by hand, which is theirs.
  const found =
    cloud.everything().match(/^\S*readings\/providers\/Microsoft.Authorization\/roleAssignments\/\S+/gm) ?? [];
  expect(found).toHaveLength(2);
  await cloud.ask("DELETE", `${found[0]}?api-version=2022-04-01`, user.id);
  const properties = { roleDefinitionId: roleOf(readerRole), principalId: nobody.id, principalType: "User" };
  expect((await cloud.ask("PUT", assignment(container, "01"), user.id, { properties })).status).toBe(201);
  expect(await lines(before)).toEqual([
    "update:rights/events",
    "  + devices (service principal app-devices) | Azure Event Hubs Data Sender | Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings (drift)",
  ]);
  await cloud.become(before);
  expect(await lines(before)).toEqual([]);
  expect((await cloud.ask("GET", assignment(container, "01"), user.id)).status).toBe(200);
});

it("whoever was given a role by a published stack may do what it lets do, and others may not", async () => {
  cloud = await stacksCloud();
  await cloud.ask("PUT", "silver/one", user.id, "rows");
  const may = async (who: string) => {
    const [read, write] = [await cloud.ask("GET", "silver/one", who), await cloud.ask("PUT", "silver/two", who, "x")];
    return [read.status, write.status];
  };
  const all = async () => ({ anna: await may(anna.id), backup: await may(backup.id), nobody: await may(nobody.id) });
  const [reads, nothingAtAll] = [
    [200, 403],
    [403, 403],
  ];
  expect(await all()).toEqual({ anna: nothingAtAll, backup: nothingAtAll, nobody: nothingAtAll });
  await cloud.become(before);
  expect(await all()).toEqual({ anna: reads, backup: nothingAtAll, nobody: nothingAtAll });
  await cloud.become(after);
  expect(await all()).toEqual({ anna: nothingAtAll, backup: reads, nobody: nothingAtAll });
  const changing = sources("  devices:\n    lake: { privileges: [select, insert, update, delete], files: true }\n");
  await cloud.become(changing);
  expect(await may(devices.id)).toEqual([200, 201]);
  expect(await may(backup.id)).toEqual(nothingAtAll);
});

/** May do with stacks what their contributor may, and what is added. */
const publisher = (tail: string, ...actions: readonly string[]) => ({
  ...{ id: `00000000-0000-0000-0000-00000000${tail}`, client: `00000000-0000-0000-0000-00000000${tail}` },
  grants: [
    {
      scope: "/",
      actions: ["Microsoft.Resources/deployments/*", "Microsoft.Resources/deploymentStacks/*", "*/read", ...actions],
      dataActions: ["*"],
    },
  ],
});

it("what Azure refuses is told with its codes, messages and details", async () => {
  const [assigning, plain] = [publisher("c001", "*/write"), publisher("c003")];
  const blind = { ...publisher("c004"), grants: [{ scope: "/", actions: [], dataActions: ["*"] }] };
  cloud = await stacksCloud([assigning, plain, blind]);
  const told = async (version: typeof before, who = user.id) => (await cloud.become(version, impatient, who)).error;
  const properties = { roleDefinitionId: roleOf(receiverRole), principalId: analystsGroup, principalType: "Group" };
  const byHand = () => cloud.ask("PUT", assignment(hub, "02"), user.id, { properties });
  await byHand();
  expect((await cloud.plan(before)).obstacles).toEqual([
    {
      thing: "rights/events",
      message:
        "cannot be changed: analysts (group grp-analysts), Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings has the role Azure Event Hubs Data Receiver there by hand already: delete the assignment 00000000-0000-0000-0000-000000000002 first",
    },
  ]);
  await cloud.ask("DELETE", assignment(hub, "02"), user.id);
  // Somebody does it after the plan.
  const isOfEvents = ({ method, path }: { readonly method: string; readonly path: string }) =>
    method === "PUT" && path.includes("deploymentStacks/sluice-plant-events");
  cloud.control.play(once(isOfEvents, async () => void (await byHand())));
  const failed = await told(before);
  expect(failed?.replace(/[0-9a-f-]{36}(?=: RoleA)/, "<id>")).toBe(
    "Error: the deployment stack sluice-plant-events-prod in the resource group plant-prod: sluice-plant-events-prod ended failed: " +
      "DeploymentStackDeploymentFailed One or more resources could not be deployed.; DeploymentFailed At least one resource " +
      "deployment operation failed. Please list deployment operations for details.; " +
      `${hub}/providers/Microsoft.Authorization/roleAssignments/<id>: RoleAssignmentExists The role assignment already exists.`,
  );
  await cloud.ask("DELETE", assignment(hub, "02"), user.id);
  expect(await told(before, plain.id)).toContain(
    "AuthorizationFailed The client '00000000-0000-0000-0000-00000000c003' with object id '00000000-0000-0000-0000-00000000c003' does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write'",
  );
  expect(await told(before)).toBeUndefined();
  const ghost = sources(first.replace("  devices:", "  ghost:\n    connections.events.readings: [select]\n  devices:"));
  expect(await told(ghost)).toContain("PrincipalNotFound Principal 00000000000000000000000000000bad does not exist");
  // What could not be taken away is there, is told, and is planned again.
  expect(await told(after, assigning.id)).toMatch(
    /DeploymentStackDeleteResourcesFailed One or more .*roleAssignments\/.*: AuthorizationFailed .*roleAssignments\/delete/,
  );
  const taken = (await cloud.plan(after)).steps.map(({ id, loses }) => `${id} ${loses?.slice(0, 50)}`);
  expect(taken[0]).toBe("update:rights/events rights that principals hold: devices (service prin");
  expect(await told(after)).toBeUndefined();
  await expect(cloud.plan(after, blind.id)).rejects.toThrow(/403 AuthorizationFailed .*deploymentStacks\/read/);
});

it("what another stack has assigned is not taken into this one, as whichever no longer has it would take it from both", async () => {
  cloud = await stacksCloud();
  const path = `/subscriptions/${subscription}/resourceGroups/plant-prod/providers/Microsoft.Resources/deploymentStacks/sluice-plant-events-test?api-version=2024-03-01`;
  const template = JSON.parse(before.artifacts.find((one) => one.path === "env/prod/grants/events.json")?.body ?? "");
  const put = (resources: unknown) => {
    const properties = { template: { ...template, resources }, actionOnUnmanage: { resources: "delete" } };
    return cloud.ask("PUT", path, user.id, { properties: { ...properties, denySettings: { mode: "none" } } });
  };
  expect(template.resources).toHaveLength(2);
  expect((await put(template.resources)).status).toBe(201);
  const first = await cloud.plan(before);
  expect(first.obstacles).toHaveLength(2);
  expect(first.obstacles[0]).toEqual({
    thing: "rights/events",
    message:
      "cannot be changed: analysts (group grp-analysts), Microsoft.EventHub/namespaces/plant-prod/eventhubs/readings has the role Azure Event Hubs Data Receiver there by the deployment stack sluice-plant-events-test already, and whichever of the two no longer has it would take it from both: grant it in one of them, or delete the other by 'az stack group delete --action-on-unmanage detachAll' first",
  });
  await put([]);
  expect((await cloud.plan(before)).obstacles).toEqual([]);
  expect((await cloud.become(before)).kind).toBe("published");
});

it("whoever has the roles that are printed may plan and publish, and with one less may not", async () => {
  // As the vendor defines them: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
  const actions: Readonly<Record<StackRole["role"], readonly string[]>> = {
    Reader: ["*/read"],
    "Azure Deployment Stack Contributor": [
      ...["Microsoft.Authorization/*/read", "Microsoft.Insights/alertRules/*", "Microsoft.Resources/deployments/*"],
      "Microsoft.Resources/subscriptions/resourceGroups/read",
      ...["write", "read", "validate/action", "exportTemplate/action"].map(
        (verb) => `Microsoft.Resources/deploymentStacks/${verb}`,
      ),
    ],
    "Role Based Access Control Administrator": [
      ...["write", "delete"].map((verb) => `Microsoft.Authorization/roleAssignments/${verb}`),
      ...["*/read", "Microsoft.Support/*"],
    ],
  };
  const printed = await stacksCloud();
  const [publishing, planning] = [printed.permissions(before, "publish"), printed.permissions(before, "plan")];
  await printed.stop();
  const person = (tail: string, { stacks = [], account_roles, state }: typeof publishing, without?: number) => {
    const grants = [
      ...stacks.flatMap(({ role, scopes }) => scopes.map((scope) => ({ scope, actions: actions[role] }))),
      ...(account_roles?.AssignableScopes ?? []).map((scope) => ({ scope, actions: account_roles?.Actions ?? [] })),
    ].filter((_, at) => at !== without);
    const id = `00000000-0000-0000-0000-00000000${tail}`;
    return { id, client: id, grants: [...grants, { scope: container, actions: [], dataActions: state.DataActions }] };
  };
  const [whole, planner] = [person("c010", publishing), person("c011", planning)];
  const lesser = [0, 1, 2].map((at) => person(`c02${at}`, publishing, at));
  expect(whole.grants).toHaveLength(4);
  for (const one of lesser) {
    const own = await stacksCloud([one]);
    const told = await own.become(before, impatient, one.id).then(({ error, kind }) => error ?? kind, String);
    await own.stop();
    expect([one.id, told]).toEqual([one.id, expect.stringContaining("AuthorizationFailed")]);
  }
  cloud = await stacksCloud([whole, planner]);
  expect((await cloud.become(before, impatient, whole.id)).error).toBeUndefined();
  expect((await cloud.become(after, impatient, whole.id)).error).toBeUndefined();
  expect((await cloud.plan(after, planner.id)).steps).toEqual([]);
  expect((await cloud.plan(before, planner.id)).steps).toHaveLength(3);
  expect(await cloud.become(before, impatient, planner.id).then(({ error }) => error, String)).toContain(
    "not authorized",
  );
});

it("waits for what somebody else has under way in the stack", async () => {
  cloud = await stacksCloud([], 100);
  const path = `/subscriptions/${subscription}/resourceGroups/plant-prod/providers/Microsoft.Resources/deploymentStacks/sluice-plant-events-prod?api-version=2024-03-01`;
  const isOurs = ({ method, path: at }: { readonly method: string; readonly path: string }) =>
    method === "PUT" && at === path;
  const $schema = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#";
  const template = { $schema, contentVersion: "1.0.0.0", resources: [] };
  const properties = { template, actionOnUnmanage: { resources: "delete" }, denySettings: { mode: "none" } };
  cloud.control.play(once(isOurs, async () => void (await cloud.ask("PUT", path, user.id, { properties }))));
  expect((await cloud.become(before)).kind).toBe("published");
  const answers = cloud.control.log.filter(isOurs).map(({ status }) => status);
  expect([answers[0], answers[1], answers.at(-1)]).toEqual([201, 409, 200]);
  expect((await cloud.plan(before)).steps).toEqual([]);
});

it("whatever goes wrong with any request, published again the end is the same", async () => {
  cloud = await stacksCloud([], 5);
  const mishaps = ["killed before", "answer lost", "killed after", "500", "429"];
  // What the last deployment has deleted says nothing of what there is.
  const everything = () => cloud.everything().replaceAll(/"deletedResources":\[[^\]]*\]/g, "");
  const undisturbed = async (version: typeof before) => {
    cloud.control.clearLog();
    await cloud.become(version);
    return { requests: requestsOf(cloud.control.log), end: everything() };
  };
  await cloud.become(before);
  const [there, back] = [await undisturbed(after), await undisturbed(before)];
  expect(Math.min(there.requests.length, back.requests.length)).toBeGreaterThan(15);
  const strays: string[] = [];
  const disturbed = async (version: typeof before, at: number, clean: string) => {
    const name = mishaps[at % mishaps.length] ?? "";
    goingWrong(cloud.control, name, at);
    await cloud.become(version, { ...impatient, operation: 500 }).catch(() => undefined);
    cloud.control.play(undefined);
    cloud.afterAMinute();
    await cloud.become(version);
    if (everything() !== clean) strays.push(`${name} at ${at}`);
  };
  for (const index of Array(Math.max(there.requests.length, back.requests.length)).keys()) {
    const [to, from] = [there.requests[index], back.requests[index]];
    if (to !== undefined) await disturbed(after, to, there.end);
    else await cloud.become(after);
    if (from !== undefined) await disturbed(before, from, back.end);
    else await cloud.become(before);
  }
  expect(strays).toEqual([]);
}, 120_000);

it("what is no longer declared stays when the project is destroyed, and the plan says where", async () => {
  cloud = await stacksCloud();
  await cloud.become(before);
  const { rightsLeft } = await cloud.plan(nothing);
  expect(rightsLeft.map(({ thing }) => thing)).toEqual(["rights/events", "rights/lake.roles", "rights/serving"]);
  // Published once without grants, nobody has anything there.
  await cloud.become(sources("  devices:\n    connections.serving.shop.orders: [select]\n"));
  expect((await cloud.plan(nothing)).rightsLeft.map(({ thing }) => thing)).toEqual(["rights/serving"]);
});

it("who publishes needs roles at the resource groups, and who plans may read there", async () => {
  cloud = await stacksCloud();
  const [publishing, planning] = [cloud.permissions(before, "publish"), cloud.permissions(before, "plan")];
  expect(publishing.stacks).toEqual([
    {
      page: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/management-and-governance#azure-deployment-stack-contributor",
      role: "Azure Deployment Stack Contributor",
      scopes: ["/subscriptions/00000000-0000-0000-0000-0000000000aa/resourceGroups/plant-prod"],
    },
    {
      page: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged#role-based-access-control-administrator",
      role: "Role Based Access Control Administrator",
      scopes: ["/subscriptions/00000000-0000-0000-0000-0000000000aa/resourceGroups/plant-prod"],
    },
  ]);
  expect(publishing.account_roles?.Actions).toEqual([
    "Microsoft.DocumentDB/databaseAccounts/read",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/read",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/write",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments/delete",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions/read",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions/write",
    "Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions/delete",
  ]);
  expect(planning.stacks).toEqual([
    {
      page: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/general#reader",
      role: "Reader",
      scopes: ["/subscriptions/00000000-0000-0000-0000-0000000000aa/resourceGroups/plant-prod"],
    },
  ]);
  expect(planning.account_roles).toBeUndefined();
});
