import { expect, it } from "vitest";
import type { AccessIr } from "../../compiler/ir/access.js";
import { privileges } from "../../compiler/model/grant.js";
import { compileCase, readCase } from "../../test/golden.js";
import { needed } from "./privileges.js";

/** What the roles let do with events. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/analytics */
const dataActions: Readonly<Record<string, readonly string[]>> = {
  "a638d3c7-ab3a-418d-83e6-5f17a39d4fde": ["receive"],
  "2b629674-e913-4c01-ae53-ef4638d8f975": ["send"],
};

const hub = (namespace: string, name: string) =>
  `[resourceId('Microsoft.EventHub/namespaces/eventhubs', '${namespace}', '${name}')]`;

interface Template {
  readonly metadata: { readonly deploy: string };
  readonly resources: readonly {
    readonly scope: string;
    readonly name: string;
    readonly properties: { readonly roleDefinitionId: string; readonly principalId: string };
  }[];
}

function templateOf(name: string, path: string): Template {
  const { artifacts } = compileCase(readCase(name));
  const found = artifacts.find((one) => one.path === path);
  if (found === undefined) throw new Error(`there is no ${path}`);
  const template: Template = JSON.parse(found.body);
  return template;
}

const isLet = ({ resources }: Template, who: string, action: string, scope: string) =>
  resources.some(
    ({ scope: at, properties }) =>
      at === scope &&
      properties.principalId === who &&
      Object.entries(dataActions).some(([id, can]) => properties.roleDefinitionId.includes(id) && can.includes(action)),
  );

it("lets each principal send to and receive from the hubs that are declared, and no others", () => {
  const template = templateOf("project-grants-hubs", "env/prod/grants/events.json");
  const who = { analysts: "e002", devices: "d001", anna: "a001" };
  const allowed = Object.entries(who).flatMap(([name, id]) =>
    ["readings", "prod.alarms"].flatMap((at) =>
      ["receive", "send"]
        .filter((action) => isLet(template, `00000000-0000-0000-0000-00000000${id}`, action, hub("plant-prod", at)))
        .map((action) => `${name} ${action} ${at}`),
    ),
  );
  // As the YAML says, read by hand.
  expect(allowed).toEqual([
    "analysts receive readings",
    "analysts send readings",
    "analysts receive prod.alarms",
    "devices send readings",
  ]);
  expect(template.resources).toHaveLength(allowed.length);
  expect(new Set(template.resources.map(({ name }) => name)).size).toBe(allowed.length);
});

it("takes away of its own environment alone, also where two are in one resource group", () => {
  const stacks = ["test", "prod"].map((one) => {
    const { metadata } = templateOf("project-grants-hubs", `env/${one}/grants/events.json`);
    return /--name (\S+)/.exec(metadata.deploy)?.[1];
  });
  expect(stacks).toEqual(["sluice-plant-events-test", "sluice-plant-events-prod"]);
});

it("assigns nothing where nobody is granted anything, so that a stack takes away what was assigned", () => {
  expect(templateOf("project-grants-hubs", "env/prod/grants/former.json").resources).toEqual([]);
});

it("has the vendor's word for each privilege in each engine", () => {
  const engines = [
    "postgres",
    "serverless-sql",
    "sql-server",
    "dedicated-pool",
    "event-hubs",
    "cosmos",
    "unity-catalog",
    "lake",
    "cassandra",
    "lake-roles",
  ] satisfies AccessIr["engine"][];
  for (const privilege of privileges) {
    expect(Object.keys(needed[privilege])).toEqual(engines);
    for (const { link } of Object.values(needed[privilege]))
      expect(link).toMatch(
        /^https:\/\/(learn\.microsoft\.com|www\.postgresql\.org\/docs|docs\.delta\.io|cassandra\.apache\.org\/doc)\//,
      );
  }
});
