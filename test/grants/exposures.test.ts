import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { withLake } from "../azure/lake.fixture.js";
import { deployed, operationNames, type Template } from "../cosmos-account.js";
import { memoryHost, type Tree } from "../golden.js";
import { readProject } from "../projects.js";

/*
 * What the projects to copy let others have: telemetry its hub, its container and files of its lake. All that is made for one of its
 * environments is tried, by everybody, against what the YAML says, read by hand.
 */

const compiled = (files: Tree) => compile(memoryHost(files), targets, { environments: ["prod"] });
const { artifacts } = compiled(readProject("telemetry"));

function bodyOf(path: string): string {
  const found = artifacts.find((one) => one.path === path);
  if (found === undefined) throw new Error(`there is no ${path}`);
  return found.body;
}

const people = {
  devices: "00000000-0000-0000-0000-00000000d001",
  monitoring: "00000000-0000-0000-0000-00000000d002",
  dashboard: "00000000-0000-0000-0000-00000000d003",
  analysts: "00000000-0000-0000-0000-00000000d004",
  nobody: "00000000-0000-0000-0000-00000000d009",
};

/** https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/analytics */
const roles: Readonly<Record<string, string>> = {
  "a638d3c7-ab3a-418d-83e6-5f17a39d4fde": "receive",
  "2b629674-e913-4c01-ae53-ef4638d8f975": "send",
};

it("telemetry: devices send to the hub and do not receive, who monitors receives, and nobody has another hub", () => {
  const template: {
    readonly resources: readonly {
      readonly scope: string;
      readonly properties: { readonly roleDefinitionId: string; readonly principalId: string };
    }[];
  } = JSON.parse(bodyOf("env/prod/grants/events.json"));
  const assigned = template.resources.map(({ scope, properties }) => {
    const [guid = ""] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(properties.roleDefinitionId) ?? [];
    return [scope, properties.principalId, roles[guid]];
  });
  const hub = "[resourceId('Microsoft.EventHub/namespaces/eventhubs', 'telemetry-prod', 'readings')]";
  expect(assigned.toSorted()).toEqual([
    [hub, people.devices, "send"],
    [hub, people.monitoring, "receive"],
  ]);
});

it("telemetry: who shows and who studies averages reads the container that serves them, and nobody changes it", () => {
  const template: Template = JSON.parse(bodyOf("env/prod/grants/serving.json"));
  const account = deployed(template);
  const containers = ["telemetry/readings", "telemetry/other", "shop/readings"];
  const allowed = Object.entries(people).flatMap(([name, id]) =>
    containers.flatMap((container) =>
      operationNames.filter((one) => account.isLet(id, one, container)).map((one) => `${name} ${one} ${container}`),
    ),
  );
  const reads = [
    ...["read the container's metadata", "read an item by its id"],
    ...["query", "query by a client of one's own", "read the change feed"],
  ];
  expect(allowed).toEqual(
    ["dashboard", "analysts"].flatMap((who) => reads.map((one) => `${who} ${one} telemetry/readings`)),
  );
});

it("telemetry: analysts read the files of two tables, and of no rows that were set aside, no landings and no checkpoints", async () => {
  const open = ["silver/readings", "gold/readings_5_minutes"];
  const shut = [
    "silver/readings_quarantine",
    "silver/readings_late",
    "bronze/readings",
    "checkpoints/silver/readings",
    "_ops/publish",
  ];
  const files = [...open, ...shut].map((folder) => `${folder}/part-1.parquet`);
  await withLake(
    async ({ bring, tree }) => {
      const first = await bring(artifacts);
      expect(first.code, first.text).toBe(0);
      for (const folder of [...open, ...shut]) tree.make(`${folder}/part-later.parquet`, false, "somebody");
      const attempts = Object.entries(people).flatMap(([name, id]) =>
        [...open, ...shut].flatMap((folder) =>
          (
            [
              ["list", folder],
              ["read", `${folder}/part-1.parquet`],
              ["read", `${folder}/part-later.parquet`],
              ["append", `${folder}/part-1.parquet`],
              ["create", `${folder}/part-new.parquet`],
              ["delete", `${folder}/part-1.parquet`],
            ] as const
          ).map(([what, path]) => {
            const caller = name === "analysts" ? { id: "a member", groups: [id] } : { id, groups: [] };
            return { name, folder, what, path, is: tree.isAllowed(caller, what, path) };
          }),
        ),
      );
      const wrong = attempts.filter(
        ({ name, folder, what, is }) =>
          is !== (name === "analysts" && open.includes(folder) && ["list", "read"].includes(what)),
      );
      expect(wrong).toEqual([]);
      expect(attempts).toHaveLength(210);
      const again = await bring(artifacts);
      expect(again.code).toBe(0);
    },
    { files },
  );
});

/** What is said of the pizza store where something of it is otherwise. */
function findings(path: string, from: string, to: string): readonly string[] {
  const files = readProject("pizza-store");
  const text = files[path] ?? "";
  expect(text).toContain(from);
  const { diagnostics } = compiled({ ...files, [path]: text.replace(from, () => to) });
  return diagnostics.map(({ code, message }) => `${code}: ${message.split(",")[0]}`);
}

it("the pizza store: no customer is named to whoever may not know it, whatever is left out of the YAML", () => {
  const hash = /keyed_hash\(.*?'customers'\)/.exec(readProject("pizza-store")["pipelines/tills.yaml"] ?? "")?.[0] ?? "";
  const [tills, reports] = ["pipelines/tills.yaml", "pipelines/reports.yaml"];
  expect(findings(tills, hash, hash)).toEqual([]);
  expect(findings(tills, hash, "sha2(customer_email, 256)")).toEqual([
    "sensitive/reaches-view: 'customer' (pii) is sensitive and is seen in 'warehouse.fact_sales'",
    "sensitive/reaches-principal: 'customer' (pii) is sensitive",
    "sensitive/unused-hash-key: Nothing is hashed by the key 'customers'.",
  ]);
  expect(findings(reports, "masks: { customer_email: { show: domain, unmask: [support] } }", "")).toEqual([
    "sensitive/reaches-principal: 'customer_email' (pii) is sensitive",
  ]);
  expect(findings("sluice.yaml", "may_see: [pii], ", "")).toEqual([
    "sensitive/reaches-principal: 'customer_email' (pii) is sensitive",
  ]);
  expect(findings(reports, "    may_hold: [pii]\n", "")).toEqual([
    "sensitive/reaches-view: 'customer_email' (pii) is sensitive and is seen in 'warehouse.receipts'",
  ]);
});
