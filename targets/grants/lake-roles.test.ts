import { expect, it } from "vitest";
import { compileCase, readCase } from "../../test/golden.js";

/** What the roles let do with blobs. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage */
const dataActions: Readonly<Record<string, readonly string[]>> = {
  "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1": ["read"],
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": ["read", "write", "delete", "add", "move"],
};

interface Template {
  readonly metadata: { readonly deploy: string };
  readonly resources: readonly {
    readonly scope: string;
    readonly name: string;
    readonly properties: { readonly roleDefinitionId: string; readonly principalId: string };
  }[];
}

function made(path: string): string {
  const found = compileCase(readCase("grants-lake")).artifacts.find((one) => one.path === path);
  if (found === undefined) throw new Error(`there is no ${path}`);
  return found.body;
}

const templateIn = (environment: string): Template => JSON.parse(made(`env/${environment}/grants/lake.roles.json`));

const who = { engineers: "e002", backup: "d001", analysts: "a001" };

it("lets each principal do with the lake's container what is declared, and nothing with others", () => {
  const { resources } = templateIn("prod");
  const container = (account: string, name: string) =>
    `[resourceId('Microsoft.Storage/storageAccounts/blobServices/containers', '${account}', 'default', '${name}')]`;
  const places = { data: container("shopprod", "data"), lake: container("shopprod", "lake") };
  const allowed = Object.entries(who).flatMap(([name, id]) =>
    Object.entries(places).flatMap(([place, scope]) =>
      ["read", "write", "delete"]
        .filter((action) =>
          resources.some(
            ({ scope: at, properties }) =>
              at === scope &&
              properties.principalId === `00000000-0000-0000-0000-00000000${id}` &&
              Object.entries(dataActions).some(
                ([role, can]) => properties.roleDefinitionId.includes(role) && can.includes(action),
              ),
          ),
        )
        .map((action) => `${name} ${action} ${place}`),
    ),
  );
  // As the YAML says, read by hand.
  expect(allowed).toEqual(["engineers read data", "engineers write data", "engineers delete data", "backup read data"]);
  expect(resources).toHaveLength(2);
});

it("takes away of its own environment alone", () => {
  const stacks = ["test", "prod"].map((one) => /--name (\S+)/.exec(templateIn(one).metadata.deploy)?.[1]);
  expect(stacks).toEqual(["sluice-shop-lake-roles-test", "sluice-shop-lake-roles-prod"]);
});

it("brings no access lists to who has a role on all of it", () => {
  const { principals }: { readonly principals: readonly { readonly entry: string }[] } = JSON.parse(
    made("env/prod/grants/lake.files.json"),
  );
  expect(principals.map(({ entry }) => entry)).toEqual([`group:00000000-0000-0000-0000-00000000${who.analysts}`]);
});
