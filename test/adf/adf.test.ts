import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { askedIn, at, type Json, namesIn, referencesIn } from "./factory.js";
import { database, emit, everything, factoryOf, flow, landing, project, users } from "./fixture.js";

const artifacts = emit(everything);
const factory = factoryOf(artifacts);
const pipeline = factory.get("pipeline/users");
const activities = at(pipeline, "properties", "activities");

it("refers only to what it makes, and to the integration runtime that is there", () => {
  const referred = [...factory.values()].flatMap(referencesIn);
  const missing = referred.filter((name) => !factory.has(name));
  expect(referred.length).toBeGreaterThan(20);
  expect([...new Set(missing)]).toEqual(["integrationRuntime/self-hosted"]);
});

it("gives each dataset exactly the parameters that it asks for", () => {
  const asked = (name: string) => Object.keys(at(factory.get(`dataset/${name}`), "properties", "parameters") ?? {});
  const given = [...new Set(datasetUses(activities).map(({ name, parameters }) => `${name}: ${parameters.join()}`))];
  expect(given.toSorted()).toEqual(
    ["youflix_lake_csv", "youflix_plays_table", "youflix_youflix_table"].map(
      (name) => `${name}: ${asked(name).join()}`,
    ),
  );
});

it("uses of an activity's output only what has ended by then, and an item only within a ForEach", () => {
  const asked = askedIn(activities);
  const used = asked.flatMap(({ text, ended }) =>
    [...text.matchAll(/activity\('((?:[^']|'')*)'\)/g)].map(([, name = ""]) => ({ name, ended })),
  );
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter(({ name, ended }) => !ended.includes(name))).toEqual([]);
  expect(asked.filter(({ text, hasItem }) => text.includes("item()") && !hasItem)).toEqual([]);
});

it("evaluates only what Microsoft's engine was asked, and ours with it", () => {
  const lines = readFileSync("test/adf/emitted.jsonl", "utf8").trimEnd().split("\n");
  const known = new Set(lines.map((line) => at(JSON.parse(line), "request", "e")));
  expect([...new Set(askedIn(activities).map(({ text }) => text))].filter((text) => !known.delete(text))).toEqual([]);
  expect([...known]).toEqual([]);
});

it("asks for the parameters that there are", () => {
  const texts = askedIn(activities).map(({ text }) => text);
  const used = (kind: string): readonly string[] =>
    [
      ...new Set(
        texts.flatMap((text) => [...text.matchAll(new RegExp(`\\.${kind}\\.(\\w+)`, "g"))].map(([, n = ""]) => n)),
      ),
    ].sort();
  const globals = at(factory.get("factory/youflix-prod"), "properties", "globalParameters");
  expect(used("globalParameters")).toEqual(Object.keys(globals ?? {}).sort());
  expect(used("parameters")).toEqual(Object.keys(at(pipeline, "properties", "parameters") ?? {}).sort());
});

it("calls each activity by a name of its own, which the service takes", () => {
  const names = namesIn(activities);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.length > 55)).toEqual([]);
});

it("names each file after the object that is in it", () => {
  const resources = artifacts.filter(({ plane }) => plane === "arm");
  expect(resources.map(({ path, body }) => [path, at(JSON.parse(body), "name")])).toEqual(
    resources.map(({ path }) => [path, path.replace(/^.*\//, "").replace(/\.json$/, "")]),
  );
  const paths = new Set(artifacts.map(({ path }) => path));
  const awaited = artifacts.flatMap(({ dependsOn }) => dependsOn).filter((path) => !paths.has(path));
  expect([...new Set(awaited)]).toEqual(["common/databricks/notebook/users/batch.py"]);
});

it("marks all that it makes as the project's own", () => {
  const owned = artifacts.filter(({ kind, plane }) => plane === "arm" && kind !== "factory");
  const marks = owned.map(({ body }) => at(JSON.parse(body), "properties", "annotations"));
  expect(marks.every((annotations) => Array.isArray(annotations) && annotations[0] === "sluice: project=youflix")).toBe(
    true,
  );
});

it("has what an environment decides in that environment's files only", () => {
  const common = artifacts.filter(({ path }) => path.startsWith("common/")).map(({ body }) => body);
  for (const text of ["example.org", "youflixprod", "adb-4", "00000000-", "Standard_D4ds_v5", "password"])
    expect(common.filter((body) => body.includes(text))).toEqual([]);
});

it("only lands where no job takes anything", () => {
  const only = factoryOf(emit(project([flow("users", [users], { jobs: [] })])));
  expect(namesIn(at(only.get("pipeline/users"), "properties", "activities"))).toEqual([
    "each table",
    "old mark",
    "new mark",
    "has changes",
    "land the rows",
    "keep the mark",
  ]);
  expect([...only.keys()].filter((name) => name.includes("databricks"))).toEqual([]);
});

it("needs no vault where every database is opened as the factory itself", () => {
  const own = { ...database(), kind: "azure-sql", login: { kind: "managed" } } as const;
  const table = landing({ of: own, table: "users", columns: users.source.columns });
  const control = { database: own, schema: "sluice" };
  const managed = factoryOf(emit(project([flow("users", [table])], { vault: new Map(), control })));
  expect(managed.has("linkedService/youflix_vault")).toBe(false);
  expect(at(managed.get("linkedService/youflix_youflix"), "properties", "typeProperties")).toEqual({
    server: "sql.youflix.example.org",
    database: "youflix",
    encrypt: "mandatory",
    trustServerCertificate: false,
    authenticationType: "SystemAssignedManagedIdentity",
  });
  const types = askedOf(managed.get("pipeline/users"));
  expect(types.filter((type) => /^(SqlServer|AzureSql)/.test(type))).toEqual(Array(4).fill("AzureSqlSource")); // both marks, the rows, and what has landed
});

it("makes nothing of a project without flows", () => {
  expect(emit(project([]))).toEqual([]);
});

/** Where datasets are used, and with which parameters. */
function datasetUses(
  json: Json | undefined,
): readonly { readonly name: string; readonly parameters: readonly string[] }[] {
  if (typeof json !== "object" || json === null) return [];
  const inner = Object.values(json).flatMap(datasetUses);
  if (at(json, "type") !== "DatasetReference") return inner;
  return [...inner, { name: String(at(json, "referenceName")), parameters: Object.keys(at(json, "parameters") ?? {}) }];
}

/** What sources are called, wherever one is. */
function askedOf(json: Json | undefined): readonly string[] {
  if (typeof json !== "object" || json === null) return [];
  const type = at(json, "source", "type");
  return [...(typeof type === "string" ? [type] : []), ...Object.values(json).flatMap(askedOf)];
}
