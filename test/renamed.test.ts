import { expect, it } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const project = `version: 1
project: renamed
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  events: { kind: event-hubs, namespace: ns, identity: { secret: events } }
  serving: { kind: cosmos, account: documents, api: nosql, identity: { secret: serving } }
environments: { local: { on: this-machine } }
`;

/** `name`: how each table is called, and what it says of its old name. */
const pipeline = (name: (old: string) => string, was: (old: string) => string) => `pipeline: p
sources:
  a: { kind: event-hub, connection: events, event_hub: a, partitions: 1, format: json, columns: { x: string, at: timestamp } }
  b: { kind: event-hub, connection: events, event_hub: b, partitions: 1, format: json, columns: { x: string, at: timestamp } }
bronze:
  ${name("a")}: { ${was("a")} from: sources.a }
  ${name("b")}: { ${was("b")} from: sources.b }
silver:
  ${name("both")}:
    ${was("both").replace(",", "")}
    union: [bronze.${name("a")}, bronze.${name("b")}]
    columns: { x: x, at: at }
    expect: { has_at: { that: at is not null, else: drop }, has_x: { that: x is not null, else: drop } }
    watermark: { column: at, delay: 1 minute }
    deduplicate: { keys: [x, at], within: watermark }
  ${name("a")}: { ${was("a")} from: silver.${name("both")} }
gold:
  ${name("joined")}: { ${was("joined")} from: silver.${name("both")}, join: { other: { table: silver.${name("both")}, on: [x, at], how: semi } } }
  ${name("whole")}: { ${was("whole")} union: [silver.${name("a")}, silver.${name("both")}], columns: { x: x }, write: replace }
sinks:
  served: { from: silver.${name("both")}, connection: serving, database: d, container: c, partition_key: x }
`;

it("tables that are renamed keep their identities, their places and the order of their inputs, and are called by the new names", () => {
  const compiled = (yaml: string, lock?: string) => {
    const files = { "sluice.yaml": project, "pipelines/p.yaml": yaml };
    const result = compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
    expect(result.diagnostics).toEqual([]);
    return result;
  };
  const before = compiled(
    pipeline(
      (old) => old,
      () => "",
    ),
  );
  // Of the new names the first is the last.
  const renamed = (old: string) => (old === "a" ? "z" : `y_${old}`);
  const after = compiled(
    pipeline(renamed, (old) => `renamed_from: ${old},`),
    before.lock?.text,
  );
  expect(after.lock).toEqual({ text: before.lock?.text, changes: [] });

  const notebook = (result: typeof after, name: string) =>
    result.artifacts.find(({ path }) => path.endsWith(`/p/${name}.py`))?.body ?? "";
  const places = (text: string) =>
    [...text.matchAll(/\{lake\}\/(bronze|silver|gold)[^"]*|(name|identity)=.*/g)].map(([all]) => all);
  for (const [old, name] of [
    ["silver_both", "silver_y_both"],
    ["gold_joined", "gold_y_joined"],
    ["gold_whole", "gold_y_whole"],
    ["sinks_served", "sinks_served"],
  ] as const) {
    const found = places(notebook(after, name));
    expect(found.length).toBeGreaterThan(2);
    expect(found).toEqual(places(notebook(before, old)));
  }
  expect(notebook(after, "silver_y_both")).toContain("# silver.y_both");

  // The records of a replaced table's batches name the versions of its inputs.
  const recorded = notebook(after, "gold_y_whole")
    .match(/^ *"silver\.\w+": f"/gm)
    ?.map((line) => line.trim());
  expect(recorded).toEqual(['"silver.a": f"', '"silver.both": f"']);
});
