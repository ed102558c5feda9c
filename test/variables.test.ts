import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const [project = "", pipeline = ""] = readFileSync("test/golden/spark-variables/input.yaml", "utf8").split("---\n");

/** What the project compiles to, after words in its project file were replaced. */
function compiled(...replaced: readonly (readonly [string, string])[]) {
  const text = replaced.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replace(from, to);
  }, project);
  const { artifacts, diagnostics } = compile(
    memoryHost({ "sluice.yaml": text, "pipelines/readings.yaml": pipeline }),
    targets,
  );
  return {
    files: Object.fromEntries(artifacts.map(({ path, body }) => [path, body])),
    messages: diagnostics.map(({ message }) => message),
  };
}

const { files } = compiled();
const databricks = JSON.parse(files["env/prod/databricks/job/readings.json"] ?? "null");
const local = JSON.parse(files["env/local/job/readings.json"] ?? "null");

it("gives each environment its own trigger, workers, partitions and files", () => {
  const parameter = { name: "bronze_a_trigger", default: "2 minutes" };
  expect(databricks.parameters).toContainEqual(parameter);
  expect(databricks.job_clusters[0].new_cluster.num_workers).toBe(8);
  expect(local.parameters.bronze_a_trigger).toBe("10 seconds");
  expect(local.feeds[0]).toMatchObject({ topic: "readings-raw", partitions: 2, file: "data/tiny/*.csv" });
});

it("leaves everything but the environment as it was when an environment's value changes", () => {
  const other = compiled([
    "rhythm: 2 minutes, partitions: 32, workers: 8",
    "rhythm: 1 hour, partitions: 4, workers: 2",
  ]);
  const changed = Object.keys(files).filter((path) => other.files[path] !== files[path]);
  expect(Object.keys(other.files)).toEqual(Object.keys(files));
  expect(changed).toEqual(["env/prod/databricks/job/readings.json"]);
});

it("a notebook of Synapse holds the size of its session, so there the number of workers is the same everywhere", () => {
  const place = "subscription: 00000000-0000-0000-0000-000000000002, resource_group: prod";
  const { messages } = compiled(
    ["spark: databricks", "spark: synapse"],
    ["databricks: https://adb-1.azuredatabricks.net", `${place.replace(", ", "\n    ")}\n    workspace: prod`],
    ["stream: { node: Standard_D4ds_v5 }", "stream: { pool: pool }"],
    ["  hub: {", "  lake: { type: name, default: lake }\n  hub: {"],
    ["lake: { account: lake }", 'lake: { account: "${lake}" }'],
    [
      "environments:",
      `environments:\n  dev: { ${place}, workspace: dev, variables: { size: 5 minutes, workers: 1, lake: lakedev }, compute: { stream: { pool: pool } } }`,
    ],
  );
  expect(messages).toEqual([
    "'${workers}' is '1' in 'dev' and '8' in 'prod'; here it must be the same in all environments.",
  ]);
});
