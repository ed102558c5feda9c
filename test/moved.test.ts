import { describe, expect, it } from "vitest";
import { lockChanges } from "../cli/lock-changes.js";
import { type CompileResult, compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const project = `version: 1
project: moved
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  events: { kind: event-hubs, namespace: ns, identity: { secret: events } }
  serving: { kind: cosmos, account: documents, api: nosql, identity: { secret: serving } }
  store: { kind: storage, account: store, container: files }
environments: { local: { on: this-machine } }
`;

const source =
  "{ kind: event-hub, connection: events, event_hub: a, partitions: 1, format: json, read: capture, capture: { every: 5 minutes, size: 300 MB }, columns: { x: string, n: int, at: timestamp } }";
const parsed =
  "expect: { has_at: { that: at is not null, else: quarantine }, has_x: { that: x is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, deduplicate: { keys: [x, at], within: watermark }";

const one = (name: string, silver = parsed): string => `pipeline: ${name}
sources: { a: ${source} }
bronze: { a: { from: sources.a } }
silver: { a: { from: bronze.a, ${silver} } }
gold:
  counts: { from: silver.a, window: { type: tumbling, column: at, size: 1 hour }, aggregates: { n: count(*) } }
sinks:
  served: { from: gold.counts, connection: serving, database: d, container: c, partition_key: window_start }
  filed: { from: silver.a, connection: store, folder: out, format: json }
`;
const reader = (of: string): string => `---\npipeline: reader\ngold: { all: { from: ${of}/silver.a } }\n`;

/** The windows and the sinks in a pipeline of their own. */
const two = (silver: string): string => `pipeline: first
sources: { a: ${source} }
bronze: { a: { from: sources.a } }
silver: { a: { from: bronze.a, ${parsed} } }
---
pipeline: second
gold:
  counts: { from: first/silver.a, ${silver}window: { type: tumbling, column: at, size: 1 hour }, aggregates: { n: count(*) } }
sinks:
  served: { from: gold.counts, connection: serving, database: d, container: c, partition_key: window_start }
  filed: { from: first/silver.a, connection: store, folder: out, format: json }
${reader("first")}`;

function attempted(yaml: string, lock?: string): CompileResult {
  const files = { "sluice.yaml": project, "pipelines/p.yaml": yaml };
  return compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
}

function compiled(yaml: string, lock?: string): CompileResult {
  const result = attempted(yaml, lock);
  expect(result.diagnostics).toEqual([]);
  return result;
}

/** What is the same of all notebooks, in whatever job they run: where they read and write, and as what. */
const places = ({ artifacts }: CompileResult): readonly string[] =>
  artifacts
    .filter(({ path }) => path.endsWith(".py"))
    .flatMap(({ body }) => [...body.matchAll(/\{lake\}\/(?:bronze|silver|gold|_checkpoints)[^"]*|(?:app|query) = .*/g)])
    .map(([all]) => all)
    .sort();
const captures = ({ artifacts }: CompileResult): readonly string[] => [
  ...new Set(artifacts.flatMap(({ body }) => body.match(/\{state\}\/capture\/[\w/]+/g) ?? [])),
];

const told = ({ lock, understood }: CompileResult): string =>
  lockChanges(lock?.changes ?? [], understood?.ir ?? { jobs: [], flows: [] }, true);

const before = compiled(one("first") + reader("first"));

it.each([
  ["a pipeline that is renamed", one("renamed") + reader("renamed")],
  ["tables and sinks that move to another pipeline", two("")],
])("%s goes on: places, checkpoints and records are the old ones", (_, yaml) => {
  const after = compiled(yaml, before.lock?.text);
  expect(after.lock).toEqual({ text: before.lock?.text, changes: [] });
  expect(places(after)).toEqual(places(before));
  expect(captures(after)).toEqual(captures(before));
  // and so it stays when they come back, and for those who compile it again
  expect(compiled(yaml, after.lock?.text).lock?.changes).toEqual([]);
  expect(compiled(one("first") + reader("first"), after.lock?.text).lock?.changes).toEqual([]);
});

it("what is changed while it moves is told as a change, with what becomes of its rows", () => {
  const said = told(compiled(two("").replace("size: 1 hour", "size: 2 hours"), before.lock?.text));
  expect(said).toContain("first/gold.counts, now second/gold.counts: refused without consent (generation 2)");
  expect(said).toContain("where rows of earlier generations stand it does not start, until `backfill` is raised");
  expect(said).not.toMatch(/ new$|: no longer made/m);
});

it("a backfill that is raised while a table moves clears its rows", () => {
  const { lock, artifacts } = compiled(two("backfill: 1, "), before.lock?.text);
  expect(lock?.changes).toMatchObject([
    { id: "first/gold.counts", kind: "replay", clears: true },
    { id: "first/sinks.served", kind: "replay" },
  ]);
  const tables = artifacts.find(({ path }) => path.endsWith("/second/tables.py"))?.body;
  expect(tables).toContain('clears=("first/gold.counts", 2)');
});

it("what a job awaits is what another one clears, wherever the table was first", () => {
  const moved = `pipeline: first
sources: { a: ${source} }
bronze: { a: { from: sources.a } }
---
pipeline: second
silver: { a: { from: first/bronze.a, backfill: 1, ${parsed} } }
gold:
  counts: { from: silver.a, window: { type: tumbling, column: at, size: 1 hour }, aggregates: { n: count(*) } }
${reader("second")}`;
  const { artifacts } = compiled(moved, before.lock?.text);
  const tables = (job: string) => artifacts.find(({ path }) => path.endsWith(`/${job}/tables.py`))?.body;
  expect(tables("reader")).toContain('expect_cleared(f"{lake}/silver/a", "first/silver.a", 2)');
  expect(tables("second")).not.toContain("expect_cleared");
});

it("a table that another pipeline wrote once, and that was not made for a while, is no new one", () => {
  const without = compiled(
    `pipeline: reader\nsources: { a: ${source} }\nbronze: { b: { from: sources.a } }\n`,
    before.lock?.text,
  );
  const back = compiled(one("third") + reader("third"), without.lock?.text);
  const of = (id: string) => back.lock?.changes.find((change) => change.id === id);
  expect(of("first/gold.counts")).toMatchObject({ kind: "replay", generation: 2, isBack: true });
  // A sink that was gone sends all of it again anyway.
  expect(of("third/sinks.served")).toMatchObject({ kind: "new" });
});

it("sinks of one name that send to different stores are not each other's", () => {
  const sink = (pipeline: string, container: string): string =>
    `---\npipeline: ${pipeline}\nsinks: { served: { from: first/gold.counts, connection: serving, database: d, container: ${container}, partition_key: window_start } }\n`;
  const both = compiled(one("first") + sink("x", "c1") + sink("y", "c2"));
  // The one that sent to c1 is gone, and its pipeline has the name of the other one's.
  expect(compiled(one("first") + sink("x", "c2"), both.lock?.text).lock?.changes).toEqual([
    { id: "x/sinks.served", kind: "removed" },
  ]);
  const moved = compiled(one("first") + sink("z", "c2") + sink("x", "c3"), both.lock?.text);
  expect(moved.lock?.changes).toMatchObject([
    { id: "x/sinks.served", kind: "replay", clauses: [{ clause: "store.container" }] },
  ]);
});

describe("a sink that was moved, and another one of its name", () => {
  const base = `pipeline: base\nsources: { a: ${source} }\nbronze: { a: { from: sources.a } }\nsilver: { a: { from: bronze.a, ${parsed} } }\n`;
  const filed = (pipeline: string, folder: string, name = "filed"): string =>
    `---\npipeline: ${pipeline}\nsinks: { ${name}: { from: base/silver.a, connection: store, folder: ${folder}, format: json } }\n`;
  const first = compiled(base + filed("x", "out1")).lock?.text;
  const moved = compiled(base + filed("z", "out1"), first).lock?.text;

  it("is not forgotten when the other one takes its place: that needs another name", () => {
    expect(moved).toEqual(first);
    const { diagnostics, lock } = attempted(base + filed("z", "out1") + filed("x", "out3"), moved);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining("knows the sink 'z/sinks.filed' as 'x/sinks.filed'"),
    ]);
    expect(lock).toBeUndefined();
    // as it says
    const both = compiled(base + filed("z", "out1") + filed("x", "out3", "more"), moved);
    expect(both.lock?.changes).toEqual([{ id: "x/sinks.more", kind: "new" }]);
  });

  it("both go on where two pipelines exchange theirs, and when they come back", () => {
    const before = compiled(base + filed("x", "out1") + filed("y", "out2"));
    const after = compiled(base + filed("x", "out2") + filed("y", "out1"), before.lock?.text);
    expect(after.lock).toEqual({ text: before.lock?.text, changes: [] });
    expect(places(after)).toEqual(places(before));
    const back = compiled(base + filed("x", "out1") + filed("y", "out2"), after.lock?.text);
    expect(back.lock?.changes).toEqual([]);
  });
});

it("on another platform, which finds files otherwise, what reads them begins anew, and what reads Delta and hubs goes on", () => {
  const stream =
    "sources: { b: { kind: event-hub, connection: events, event_hub: b, partitions: 1, format: json, columns: { x: string } } }";
  const yaml = `${one("first")}---\npipeline: other\n${stream}\nbronze: { b: { from: sources.b } }\nsilver: { b: { from: bronze.b } }\n`;
  const platforms = {
    databricks: "databricks: https://adb-1.azuredatabricks.net, compute: { small: { node: Standard_D4ds_v5 } }",
    synapse:
      "subscription: 00000000-0000-0000-0000-000000000002, resource_group: g, workspace: w, compute: { small: { pool: p } }",
  };
  const on = (spark: keyof typeof platforms, lock?: string, isLocal = false): CompileResult => {
    const here = "environments: { local: { on: this-machine }";
    const moved = project.replace("databricks", spark);
    const files = {
      "sluice.yaml": isLocal ? moved : moved.replace(here, `${here}, dev: { ${platforms[spark]} }`),
      "pipelines/p.yaml": yaml,
    };
    return compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
  };
  // On this machine files are found by Spark's own source, whatever the platform.
  const here = on("databricks", undefined, true).lock?.text;
  expect(on("synapse", here, true).lock?.changes).toEqual([]);
  const before = on("databricks");
  expect(on("databricks", before.lock?.text).lock?.changes).toEqual([]);
  const moved = on("synapse", before.lock?.text).lock;
  expect(moved?.changes).toMatchObject([
    {
      id: "first/bronze.a",
      clauses: [{ clause: "source.reader", before: "auto_loader", after: "files" }],
      goesOn: false,
    },
    { id: "first/silver.a", clauses: [], follows: ["first/bronze.a"] },
    { id: "first/gold.counts" },
    { id: "first/sinks.filed" },
    { id: "first/sinks.served" },
  ]);
  // A lock of an earlier version does not know what it was.
  const unknown = before.lock?.text.replace(/^ *reader: .*\n/gm, "");
  expect(unknown).not.toBe(before.lock?.text);
  expect(on("synapse", unknown).lock?.changes).toEqual([]);
});

it("two sources are never one, whatever their tables were called by", () => {
  const pipeline = (name: string, hub: string, table: string): string =>
    `pipeline: ${name}\nsources: { a: ${source.replace("event_hub: a", `event_hub: ${hub}`)} }\nbronze: { ${table}: { from: sources.a } }\n`;
  const folders = (yaml: string, lock: string | undefined): readonly string[] =>
    [...captures(compiled(yaml, lock))].sort();
  // A pipeline is renamed, and another one gets its name.
  const lock = compiled(pipeline("first", "a", "x")).lock?.text;
  const renamed = `${pipeline("second", "a", "x")}---\n${pipeline("first", "z", "y")}`;
  expect(folders(renamed, lock)).toEqual(["{state}/capture/first/a", "{state}/capture/second/a"]);
  // The tables of one source move to two pipelines, each with a source of that name.
  const two = compiled(
    pipeline("first", "a", "x").replace(
      "{ x: { from: sources.a } }",
      "{ x: { from: sources.a }, y: { from: sources.a } }",
    ),
  );
  const apart = `${pipeline("second", "a", "x")}---\n${pipeline("third", "z", "y")}`;
  expect(folders(apart, two.lock?.text)).toEqual(["{state}/capture/first/a", "{state}/capture/third/a"]);
});
