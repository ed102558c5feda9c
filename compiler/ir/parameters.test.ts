import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { memoryHost } from "../../test/golden.js";

const files = {
  "sluice.yaml": readFileSync("pipelines/telemetry/sluice.yaml", "utf8"),
  "pipelines/readings.yaml": readFileSync("pipelines/telemetry/pipelines/readings.yaml", "utf8"),
};

/** The artifacts, and in each Azure environment the environment's part of each query's identity. */
function compiled(from = "", to = "") {
  const host = memoryHost({ ...files, "sluice.yaml": files["sluice.yaml"].replace(from, to) });
  const bodies = new Map(compile(host, targets).artifacts.map(({ path, body }) => [path, body]));
  const places = (environment: string): Record<string, string> => {
    const body = bodies.get(`env/${environment}/databricks/job/readings.json`) ?? "{}";
    const { parameters }: { parameters: { name: string; default: string }[] } = JSON.parse(body);
    const found = parameters.filter(({ name }) => name.endsWith("_place"));
    return Object.fromEntries(found.map(({ name, default: value }) => [name, value]));
  };
  const common = [...bodies].filter(([path]) => path.startsWith("common/"));
  return { dev: places("dev"), prod: places("prod"), common, local: bodies.get("env/local/job/readings.json") };
}

const before = compiled();
const names = ["bronze_readings", "gold_readings_5_minutes", "silver_readings", "sinks_averages"];
const changed = (a: Record<string, string>, b: Record<string, string>) =>
  names.filter((name) => a[`${name}_place`] !== b[`${name}_place`]);

it.each<[string, string, string, readonly string[]]>([
  ["the hub's namespace", "namespace: telemetry-dev", "namespace: telemetry-new", names],
  ["the lake's account", "lake_account: telemetrydev", "lake_account: telemetrynew", names],
  ["the store's account", "cosmos_account: telemetry-dev", "cosmos_account: telemetry-new", ["sinks_averages"]],
  ["the vault, where nothing is read from", "vault: telemetry-dev", "vault: telemetry-new", []],
])(
  "%s of an environment changes the checkpoints there that depend on it, and nothing else",
  (_, from, to, expected) => {
    const after = compiled(from, to);
    expect(changed(before.dev, after.dev)).toEqual(expected);
    expect(after.prod).toEqual(before.prod);
    expect(after.common).toEqual(before.common);
    expect(after.local).toBe(before.local);
  },
);

it("environments do not share checkpoints, and on this machine every place is the same", () => {
  expect(changed(before.dev, before.prod)).toEqual(names);
  expect(before.local).toContain('"silver_readings_place": "here"');
});
