import { expect, it } from "vitest";
import { principalsIn, rolesOf } from "./stack-template.js";

const place = { subscription: "s", resourceGroup: "g" };
const template = (resources: readonly object[], more: object = {}) => JSON.stringify({ ...more, resources });

it("knows an assignment by the name that Azure gives it", () => {
  const scope = "resourceId('A.B/c', 'it''s')";
  const role = "subscriptionResourceId('A.B/roles', 'r')";
  const properties = {
    principalId: "p",
    roleDefinitionId: `[${role}]`,
    description: "sluice: a (group b, by c), by d, e",
  };
  const body = template([
    {
      type: "Microsoft.Authorization/roleAssignments",
      scope: `[${scope}]`,
      name: `[guid(${scope}, ${role})]`,
      properties,
    },
  ]);
  // Python: uuid5(UUID("11fb06fb-712d-4ddd-98c7-e71bbd588830"), "<the scope>-<the role>")
  const name = "78053cd8-da23-50dd-8bb6-b87ac5f4558b";
  const there = { name, principal: "p", role: "r", scope: "/subscriptions/s/resourceGroups/g/providers/A.B/c/it's" };
  expect(rolesOf(body, place)).toEqual({
    assigned: [{ ...there, who: "a (group b, by c)", condition: undefined }],
    own: [],
  });
});

it("says by its name which role of an account is assigned", () => {
  const at = "Microsoft.DocumentDB/databaseAccounts";
  const body = template(
    [
      {
        type: `${at}/sqlRoleDefinitions`,
        name: "[concat('x/', variables('select'))]",
        properties: { roleName: "reads", permissions: [{ dataActions: ["one", "two"] }] },
      },
      {
        type: `${at}/sqlRoleAssignments`,
        name: "x/y",
        properties: {
          roleDefinitionId: `[resourceId('${at}/sqlRoleDefinitions', 'x', variables('select'))]`,
          principalId: "p",
          scope: "[concat(variables('account'), '/dbs/d')]",
        },
      },
    ],
    {
      metadata: { principals: { p: "somebody" } },
      variables: { account: "/x", select: "[guid(variables('account'), 'select')]" },
    },
  );
  const { assigned, own } = rolesOf(body, place);
  expect(own).toEqual([{ name: "reads", dataActions: ["one", "two"] }]);
  expect(assigned).toMatchObject([{ role: "reads", scope: "/x/dbs/d", principal: "p" }]);
  expect(principalsIn(body).get("p")).toBe("somebody");
});

it("reads no expression that it does not know", () => {
  const named = (name: string) =>
    template([
      { type: "Microsoft.Authorization/roleAssignments", scope: "/x", name, properties: { roleDefinitionId: "/r" } },
    ]);
  expect(() => rolesOf(named("[newGuid()]"), place)).toThrow("calls newGuid");
  expect(() => rolesOf(named("[guid]"), place)).toThrow("not known here: guid");
});
