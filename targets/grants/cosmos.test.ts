import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { deployed, type Operation, operationNames, type Template } from "../../test/cosmos-account.js";
import { compileCase, memoryHost, readCase } from "../../test/golden.js";
import { targets } from "../index.js";

function templateOf(path: string, { artifacts } = compileCase(readCase("project-grants-cosmos"))): Template {
  const found = artifacts.find((one) => one.path === path);
  if (found === undefined) throw new Error(`there is no ${path}`);
  const template: Template = JSON.parse(found.body);
  return template;
}

const ids = {
  analysts: "e002",
  checkout: "c001",
  returns: "c002",
  audit: "c003",
  cleaner: "c004",
  idle: "c005",
  intake: "c006",
  stranger: "ffff",
};

const containers = ["shop/orders", "shop/carts", "shop/later", "reports-prod/later", "reports-test/later", "new/later"];

const idOf = (end: string): string => `00000000-0000-0000-0000-00000000${end}`;

const reading: readonly Operation[] = [
  "read an item by its id",
  "query",
  "query by a client of one's own",
  "read the change feed",
];

/** All that anybody may do, attempt by attempt. */
function allowedBy(template: Template): readonly string[] {
  const account = deployed(template);
  return Object.entries(ids).flatMap(([name, id]) =>
    containers.flatMap((container) =>
      operationNames
        .filter((operation) => account.isLet(idOf(id), operation, container))
        .map((operation) => `${name}: ${operation}, ${container}`),
    ),
  );
}

const golden = (): Template => templateOf("env/prod/grants/serving.json");

it("lets each principal do with containers what is declared, those made later too, and nothing else", () => {
  const metadata = "read the container's metadata";
  // As the YAML says, read by hand.
  const expected: readonly (readonly [string, string, readonly Operation[]])[] = [
    ["analysts", "reports-prod/later", [metadata, ...reading]],
    ["checkout", "shop/orders", [metadata, ...reading, "create"]],
    ["checkout", "shop/carts", [metadata, ...reading, "create", "replace", "upsert"]],
    ["returns", "shop/orders", [metadata, "replace"]],
    ...containers.map((one) => ["audit", one, [metadata, ...reading]] as const),
    ["cleaner", "shop/carts", [metadata, "delete"]],
    ["intake", "shop/orders", [metadata, "create"]],
    ["intake", "shop/carts", [metadata, "create", "replace", "upsert"]],
  ];
  expect(allowedBy(golden())).toEqual(
    expected.flatMap(([who, where, all]) => all.map((operation) => `${who}: ${operation}, ${where}`)),
  );
});

it("lets members of a group do what the group may", () => {
  const account = deployed(golden());
  expect(account.isLet("somebody", "query", "reports-prod/later", [idOf(ids.analysts)])).toBe(true);
  expect(account.isLet("somebody", "query", "reports-prod/later")).toBe(false);
});

it("keeps all its roles where nobody has them, so that a stack takes away assignments alone", () => {
  const former = deployed(templateOf("env/prod/grants/former.json"));
  expect(former.definitions).toHaveLength(5);
  expect(former.assignments).toEqual([]);
});

it("takes away of its own environment alone, and has roles of its own there", () => {
  const [test, prod] = ["test", "prod"].map((one) => templateOf(`env/${one}/grants/serving.json`));
  const stacks = [test, prod].map((one) => /--name (\S+)/.exec(one?.metadata.deploy ?? "")?.[1]);
  expect(stacks).toEqual(["sluice-shop-serving-test", "sluice-shop-serving-prod"]);
  const named = [test, prod].flatMap(
    (one) => one?.resources.flatMap(({ properties }) => properties.roleName ?? []) ?? [],
  );
  expect(new Set(named).size).toBe(10);
});

/** Each template that is another in one place of one resource. */
function mutantsOf(template: Template): readonly (readonly [string, Template])[] {
  const scopes = [...new Set(template.resources.flatMap(({ properties }) => properties.scope ?? []))];
  const wider = [
    ...scopes,
    "[concat(variables('account'), '/dbs/shop')]",
    "[concat(variables('account'), '/dbs/shop/colls/order')]",
  ];
  const roles = [...new Set(template.resources.flatMap(({ properties }) => properties.roleDefinitionId ?? []))];
  const actions = [
    ...new Set(
      template.resources.flatMap(({ properties }) => properties.permissions?.flatMap((one) => one.dataActions) ?? []),
    ),
    "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeStoredProcedure",
    "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/manageConflicts",
    "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/*",
    "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/*",
  ];
  return template.resources.flatMap((resource, at) => {
    const { properties } = resource;
    const changed = (words: string, own: Partial<typeof properties>) =>
      [
        `${properties.roleName ?? `${properties.principalId} ${properties.scope} ${properties.roleDefinitionId}`}: ${words}`,
        { ...template, resources: template.resources.with(at, { ...resource, properties: { ...properties, ...own } }) },
      ] as const;
    if (properties.permissions) {
      const all = properties.permissions.flatMap(({ dataActions }) => dataActions);
      return actions.map((action) => {
        const dataActions = all.includes(action) ? all.filter((one) => one !== action) : [...all, action];
        return changed(`${all.includes(action) ? "without" : "with"} ${action}`, { permissions: [{ dataActions }] });
      });
    }
    return [
      ...wider.filter((one) => one !== properties.scope).map((scope) => changed(`at ${scope}`, { scope })),
      ...roles
        .filter((one) => one !== properties.roleDefinitionId)
        .map((role) => changed(`as ${role}`, { roleDefinitionId: role })),
      ...Object.values(ids)
        .map(idOf)
        .filter((one) => one !== properties.principalId)
        .map((principalId) => changed(`to ${principalId}`, { principalId })),
    ];
  });
}

it("tells each template in which one action, scope, role or principal is another", () => {
  const template = golden();
  const right = allowedBy(template);
  const mutants = mutantsOf(template);
  const alive = mutants.filter(([, mutant]) => {
    const found = allowedBy(mutant);
    return found.length === right.length && found.every((one, at) => one === right[at]);
  });
  expect(mutants.length).toBe(284);
  // Equivalent: who may upsert has the other roles too, with all that these allow.
  expect(alive.map(([words]) => words)).toEqual(
    ["readMetadata", "sqlDatabases/containers/items/create", "sqlDatabases/containers/items/replace"].map(
      (action) => `sluice shop serving prod: upsert: with Microsoft.DocumentDB/databaseAccounts/${action}`,
    ),
  );
});

const scopes = ["a.x", "a.y", "a.*", "b.x", "b.*", "*.*"];

const attempted = ["a/x", "a/y", "a/later", "b/x", "b/later", "c/later"];

const granted = ["select", "insert", "update", "delete"] as const;

const declarations = fc.uniqueArray(
  fc.record({
    pipeline: fc.integer({ min: 0, max: 1 }),
    who: fc.integer({ min: 0, max: 3 }),
    scope: fc.constantFrom(...scopes),
    privileges: fc.subarray([...granted], { minLength: 1 }),
  }),
  { selector: ({ pipeline, who, scope }) => `${pipeline} ${who} ${scope}`, minLength: 1, maxLength: 10 },
);

type Declared = typeof declarations extends fc.Arbitrary<infer T> ? T : never;

function project(declared: Declared): Readonly<Record<string, string>> {
  const people = [0, 1, 2, 3].map(
    (one) => `  p${one}: { entra: { group: g${one}, object_id: ${idOf(`000${one}`)} } }\n`,
  );
  const pipelines = [0, 1].map((pipeline) => {
    const own = declared.filter((one) => one.pipeline === pipeline);
    const of = [0, 1, 2, 3].flatMap((who) => {
      const lines = own.filter((one) => one.who === who);
      const grants = lines.map(
        ({ scope, privileges }) => `    "connections.serving.${scope}": [${privileges.join(", ")}]\n`,
      );
      return lines.length === 0 ? [] : [`  p${who}:\n${grants.join("")}`];
    });
    return [`pipelines/p${pipeline}.yaml`, `pipeline: p${pipeline}\ngrants:\n${of.join("")}`, own.length] as const;
  });
  return {
    "sluice.yaml": `version: 1\nproject: shop\nconnections:\n  serving: { kind: cosmos, account: shop, containers: [${scopes.map((one) => `"${one}"`).join(", ")}] }\nprincipals:\n${people.join("")}environments: { local: { on: this-machine }, prod: {} }\n`,
    ...Object.fromEntries(pipelines.filter(([, , count]) => count > 0).map(([path, text]) => [path, text])),
  };
}

/** What somebody may do with a container by what is declared, computed from the declarations alone. */
function expectedOf(declared: Declared, who: number, container: string): readonly Operation[] {
  const [database] = container.split("/");
  const at = [container.replace("/", "."), `${database}.*`, "*.*"];
  const has = declared
    .filter((one) => one.who === who && at.includes(one.scope))
    .flatMap(({ privileges }) => privileges);
  return [
    ...(has.length > 0 ? (["read the container's metadata"] as const) : []),
    ...(has.includes("select") ? reading : []),
    ...(has.includes("insert") ? (["create"] as const) : []),
    ...(has.includes("update") ? (["replace"] as const) : []),
    ...(has.includes("insert") && has.includes("update") ? (["upsert"] as const) : []),
    ...(has.includes("delete") ? (["delete"] as const) : []),
  ];
}

it("lets do what any declarations say, on each container, and nothing else", () => {
  const count = { declarations: 0, attempts: 0 };
  let definitions: readonly string[] | undefined;
  fc.assert(
    fc.property(declarations, (declared) => {
      const template = templateOf("env/prod/grants/serving.json", compile(memoryHost(project(declared)), targets));
      const account = deployed(template);
      definitions ??= account.definitions;
      expect(account.definitions).toEqual(definitions);
      for (const who of [0, 1, 2, 3])
        for (const container of attempted) {
          const found = operationNames.filter((one) => account.isLet(idOf(`000${who}`), one, container));
          count.attempts += operationNames.length;
          expect([...found].sort()).toEqual([...expectedOf(declared, who, container)].sort());
        }
      count.declarations += declared.length;
    }),
    { numRuns: 150 },
  );
  expect(count.declarations).toBeGreaterThan(500);
  expect(count.attempts).toBe(150 * 4 * 6 * operationNames.length);
});
