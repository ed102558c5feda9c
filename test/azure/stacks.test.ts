import { afterEach, expect, it } from "vitest";
import { user } from "../../local/azure/seed.js";
import {
  account,
  analystsGroup,
  anna,
  container,
  cosmos,
  hub,
  stacksCloud,
  subscription,
} from "../publish/stacks.fixture.js";

// What the stand-in refuses of stacks and roles, and lets be.

let cloud: Awaited<ReturnType<typeof stacksCloud>>;
afterEach(() => cloud.stop());

const group = `/subscriptions/${subscription}/resourceGroups/plant-prod`;
const stack = (name = "one", version = "2024-03-01", at = group) =>
  `${at}/providers/Microsoft.Resources/deploymentStacks/${name}?api-version=${version}`;
const assignmentType = "Microsoft.Authorization/roleAssignments";
const reader = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1`;
const guid = (tail: string) => `00000000-0000-0000-0000-0000000000${tail}`;
const of = (scope: string, tail: string) => `${scope}/providers/${assignmentType}/${guid(tail)}?api-version=2022-04-01`;
const to = (principalId: string, more = {}) => ({ properties: { roleDefinitionId: reader, principalId, ...more } });

const assigning = {
  type: assignmentType,
  apiVersion: "2022-04-01",
  scope: container,
  name: "[guid('a', 'b')]",
  properties: { roleDefinitionId: reader, principalId: analystsGroup, principalType: "Group" },
};
const template = (resources: readonly object[], more: object = {}) => ({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  contentVersion: "1.0.0.0",
  resources,
  ...more,
});
const putting = (what: object, more: object = {}) => ({
  properties: {
    template: what,
    actionOnUnmanage: { resources: "delete", resourceGroups: "detach", managementGroups: "detach" },
    denySettings: { mode: "none" },
    ...more,
  },
});

/** The code of a refusal, or what the stack's state was in the end and why. */
async function ended(body: object, path = stack(), who = user.id): Promise<string> {
  const answer = await cloud.ask("PUT", path, who, body);
  if (answer.status >= 300) return `${answer.status} ${JSON.parse(answer.text).error.code}`;
  const { properties } = JSON.parse((await cloud.ask("GET", path, who)).text);
  const [told] = properties.error?.details ?? [];
  const operations = `${properties.deploymentId}/operations?api-version=2021-04-01`;
  const listed = JSON.parse((await cloud.ask("GET", operations, who)).text).value ?? [];
  const failed = listed.find(
    (one: { properties: { provisioningState: string } }) => one.properties.provisioningState === "Failed",
  );
  const error = told?.code === "DeploymentFailed" ? failed.properties.statusMessage.error : told;
  return [properties.provisioningState, ...(error ? [error.code, error.message] : [])].join(" ");
}

it("deploys a template and deletes what the next one has no more", async () => {
  cloud = await stacksCloud();
  expect(await ended(putting(template([assigning])))).toBe("succeeded");
  // As Python's uuid has it: uuid5(UUID("11fb06fb-712d-4ddd-98c7-e71bbd588830"), "a-b").
  const id = `${container}/providers/${assignmentType}/2d796349-8c7e-55ec-9624-54ece82ed031`;
  const { properties } = JSON.parse((await cloud.ask("GET", stack(), user.id)).text);
  expect(properties.resources).toEqual([{ id, status: "managed", denyStatus: "none" }]);
  expect((await cloud.ask("GET", `${id}?api-version=2022-04-01`, user.id)).status).toBe(200);
  expect(await ended(putting(template([])))).toBe("succeeded");
  expect((await cloud.ask("GET", `${id}?api-version=2022-04-01`, user.id)).status).toBe(404);
});

it("refuses stacks as the service does", async () => {
  cloud = await stacksCloud();
  const good = putting(template([assigning]));
  expect(await ended(good, stack("one", "2020-01-01"))).toBe("404 InvalidResourceType");
  expect(await ended(good, stack("one", "2024-03-01", `${group}-other`))).toBe("404 ResourceGroupNotFound");
  expect(await ended(good, stack("x".repeat(91)))).toBe("400 InvalidDeploymentStackName");
  expect(await ended(good, stack(), anna.id)).toBe("403 AuthorizationFailed");
  expect(await ended(putting(template([]), { denySettings: undefined }))).toBe("400 InvalidDeploymentStack");
  expect(await ended(putting(template([]), { denySettings: { mode: "denyDelete" } }))).toBe("501 NotStoodIn");
  const badly = async (what: object) => (await ended(putting(what))).replace(/^failed /, "");
  expect(await badly({ resources: [] })).toMatch(/^InvalidTemplate .*schema/);
  expect(await badly(template([], { contentVersion: "1" }))).toMatch(/^InvalidTemplate .*contentVersion/);
  expect(await badly(template([{ ...assigning, apiVersion: "2000-01-01" }]))).toMatch(/^NoRegisteredProviderFound/);
  expect(await badly(template([{ ...assigning, name: "[newGuid()]" }]))).toMatch(/^InvalidTemplate .*'newGuid'/);
  expect(await badly(template([{ ...assigning, name: "[guid('a'" }]))).toMatch(/^InvalidRoleAssignmentId/);
  expect(await badly(template([{ ...assigning, name: "[guid('a' 'b')]" }]))).toMatch(/^InvalidTemplate .*position/);
  expect(await badly(template([{ ...assigning, dependsOn: ["x"] }]))).toMatch(/^InvalidTemplate .*'x' is not defined/);
  expect(await badly(template([assigning, assigning]))).toMatch(/^InvalidTemplate .*multiple times/);
  expect(await badly(template([{ ...assigning, scope: `${account}/none` }]))).toMatch(/^ResourceNotFound/);
  const role = (name: string) => ({
    type: "Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions",
    apiVersion: "2026-03-15",
    name: `plant-serving/${guid(name)}`,
    properties: {
      roleName: name,
      assignableScopes: [cosmos],
      permissions: [{ dataActions: ["Microsoft.DocumentDB/databaseAccounts/readMetadata"] }],
    },
  });
  expect(await badly(template([role("01"), role("02")]))).toMatch(/^Conflict .*exclusive lock/);
});

it("refuses role assignments as the service does", async () => {
  cloud = await stacksCloud();
  const put = async (path: string, body: object, who = user.id) => {
    const { status, text } = await cloud.ask("PUT", path, who, body);
    return status >= 300 ? `${status} ${JSON.parse(text).error.code}` : status;
  };
  expect(await put(of(container, "01"), to(anna.id))).toBe(201);
  expect(await put(of(container, "01"), to(anna.id, { description: "again" }))).toBe(200);
  expect(await put(of(container, "02"), to(anna.id))).toBe("409 RoleAssignmentExists");
  expect(await put(of(container, "01"), to(analystsGroup))).toBe("400 RoleAssignmentUpdateNotPermitted");
  expect(await put(of(group, "03"), to(anna.id))).toBe(201);
  expect(await put(of(hub, "04"), to(guid("ff")))).toBe("400 PrincipalNotFound");
  expect(await put(of(hub, "05"), to(guid("ff"), { principalType: "ServicePrincipal" }))).toBe(201);
  expect(await put(of(`${hub}-2`, "06"), to(anna.id))).toBe("404 ResourceNotFound");
  expect(await put(of(hub, "07"), to(anna.id, { roleDefinitionId: `${reader}0` }))).toBe(
    "400 RoleDefinitionDoesNotExist",
  );
  expect(await put(of(hub, "08"), to(anna.id), anna.id)).toBe("403 AuthorizationFailed");
});
