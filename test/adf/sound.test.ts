import { expect, it } from "vitest";
import { type Compiled, compiledCases, compiledProjects } from "../compiled.js";
import type { Json } from "./factory.js";
import { type ServiceFile, unsound } from "./sound.js";

const all = [...compiledProjects(), ...compiledCases()];

/** What each environment gets: what is common to all, and its own. */
const trees: ReadonlyMap<string, readonly ServiceFile[]> = new Map(all.flatMap(treesOf));

it("makes of every project and golden what fits together in the service: names, shapes, references, what comes after what", () => {
  const mistakes = [...trees].flatMap(([name, files]) => unsound(files).map((mistake) => `${name}: ${mistake}`));
  expect(mistakes.filter((mistake) => !isOfAnEnvironment.test(mistake))).toEqual([]);
});

/** Some goldens have no environment in Azure, and so nothing that an environment makes. */
const isOfAnEnvironment = / for none: .*: there is no (linkedService '\w+'|pipeline '\w+_environment')$/;

it("looked at each file that goes to a factory or a workspace", () => {
  const made = all.flatMap(({ name, artifacts }) =>
    artifacts
      .filter(({ plane }) => plane === "arm" || plane === "synapse-workspace")
      .map(({ path }) => `${name}/${path}`),
  );
  const seen = new Set([...trees.values()].flatMap((files) => files.map(({ path }) => path)));
  expect(made.filter((path) => !seen.has(path))).toEqual([]);
  expect(seen.size).toBe(made.length);
  expect(made.length).toBeGreaterThan(500);
  const kinds = new Set(made.map((path) => path.split("/").at(-2)));
  expect([...kinds].sort()).toEqual(
    ["dataflow", "dataset", "factory", "linkedService", "notebook", "pipeline", "sparkJobDefinition", "trigger"].sort(),
  );
});

const youflix = [...trees].find(([name]) => name === "pipelines/youflix for prod")?.[1] ?? [];

it.each<[string, (files: readonly ServiceFile[]) => readonly ServiceFile[], RegExp]>([
  [
    "a file is missing",
    (files) => files.filter(({ path }) => !path.endsWith("dataset/youflix_lake_csv.json")),
    /no dataset/,
  ],
  ["a name is another", replaced(/"name":"youflix_lake_csv"/g, '"name":"lake_csv"'), /it is called "lake_csv"/],
  ["a reference is another", replaced(/"referenceName":"users"/g, '"referenceName":"usres"'), /no pipeline 'usres'/],
  ["a kind is unknown", renamed("/trigger/", "/changeDataCapture/"), /no shape is known of a changeDataCapture/],
  [
    "a property is misspelt",
    replaced(/"activities":\[\{"name":"each/g, '"activites":[{"name":"each'),
    /must have 'activities'/,
  ],
  [
    "nothing comes before",
    replaced(/"dependsOn":\[\{"activity":"old mark".*?\]\}\]/g, '"dependsOn":[]'),
    /asks for what 'old mark' gives/,
  ],
  ["what comes before is not there", replaced(/"activity":"landed"/g, '"activity":"landde"'), /comes after 'landde'/],
])("tells where %s", (_, broken, mistake) => {
  expect(unsound(youflix)).toEqual([]);
  expect(unsound(broken(youflix)).join("\n")).toMatch(mistake);
});

function treesOf({ name, artifacts }: Compiled): readonly (readonly [string, readonly ServiceFile[]])[] {
  const files = artifacts
    .filter(({ plane }) => plane === "arm" || plane === "synapse-workspace")
    .map(({ path, body }) => ({ environment: /^env\/([^/]+)\//.exec(path)?.[1], path, body }));
  const common = files.filter(({ environment }) => environment === undefined);
  const environments = new Set(files.flatMap(({ environment }) => environment ?? []));
  return (environments.size === 0 ? ["none"] : [...environments]).map((environment) => [
    `${name} for ${environment}`,
    [...common, ...files.filter((one) => one.environment === environment)].map(({ path, body }) => ({
      path: `${name}/${path}`,
      value: JSON.parse(body),
    })),
  ]);
}

function replaced(pattern: RegExp, by: string): (files: readonly ServiceFile[]) => readonly ServiceFile[] {
  return (files) =>
    files.map(({ path, value }) => {
      const json: Json = JSON.parse(JSON.stringify(value).replace(pattern, by));
      return { path, value: json };
    });
}

function renamed(from: string, to: string): (files: readonly ServiceFile[]) => readonly ServiceFile[] {
  return (files) => files.map(({ path, value }) => ({ path: path.replace(from, to), value }));
}
