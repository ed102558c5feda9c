import { expect, it } from "vitest";
import { type CompileResult, compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const project = `version: 1
project: identities
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections:
  events: { kind: event-hubs, namespace: ns, identity: { secret: events } }
  others: { kind: event-hubs, namespace: others, identity: { secret: others } }
  store: { kind: storage, account: store, container: files }
environments: { local: { on: this-machine }, dev: { databricks: "https://adb-1.azuredatabricks.net", compute: { small: { node: Standard_D4ds_v5 } } } }
`;
const sources = `pipeline: p
sources:
  a: { kind: event-hub, connection: events, event_hub: a, partitions: 1, format: json, columns: { x: string, n: bigint, at: timestamp } }
  b: { kind: event-hub, connection: others, event_hub: b, partitions: 1, format: json, columns: { x: string, n: bigint, at: timestamp } }
bronze: { a: { from: sources.a }, b: { from: sources.b } }
`;

function compiled(tables: string, lock?: string): CompileResult {
  const files = { "sluice.yaml": project, "pipelines/p.yaml": sources + tables };
  const result = compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
  expect(result.diagnostics).toEqual([]);
  return result;
}

/** What an edit makes begin anew or appear, with the lock of before. */
function edited(before: string, after: string) {
  const was = compiled(before);
  const is = compiled(after, was.lock?.text);
  return { was, is, changes: (is.lock?.changes ?? []).map(({ id, kind }) => `${kind} ${id}`).sort() };
}

/** What a sink's folder of files is named for: `checkpoint=<identity>`. */
const folders = ({ artifacts }: CompileResult): readonly string[] =>
  artifacts
    .filter(({ path }) => path.includes("/sinks_"))
    .flatMap(({ body }) => [...body.matchAll(/identity=f"[0-9a-f-]+/g)].map(([found]) => found));

it("a sink of files that gets another name writes to another folder: its batches are numbered from 0 again", () => {
  const sink = (name: string): string =>
    `silver: { a: { from: bronze.a } }\nsinks: { ${name}: { from: silver.a, connection: store, folder: out, format: json } }\n`;
  const { was, is, changes } = edited(sink("first"), sink("second"));
  expect(changes).toEqual(["new p/sinks.second", "removed p/sinks.first"]);
  expect(folders(was)).toHaveLength(1);
  expect(folders(is)).not.toEqual(folders(was));
});

it("only cells of CSV are known by their places", () => {
  const sink = (format: string, columns: string): string =>
    `silver: { a: { from: bronze.a, columns: { ${columns} } } }\nsinks: { s: { from: silver.a, connection: store, folder: out, format: ${format} } }\n`;
  const swapped = (format: string) => edited(sink(format, "x: x, n: n"), sink(format, "n: n, x: x")).changes;
  expect(swapped("json")).toEqual([]);
  expect(swapped("parquet")).toEqual([]);
  expect(swapped("csv")).toEqual(["replay p/sinks.s"]);
});

it("rows that were looked up in a replaced table stay, wherever that table's rows come from now", () => {
  const tables = (input: string): string => `silver:
  a: { from: bronze.a, columns: { x: x, n: n } }
  b: { from: bronze.b, columns: { x: x, n: n } }
  priced: { from: silver.a, join: { t: { table: gold.t, on: [x], how: left, columns: [total] } } }
gold:
  t: { ${input}, group_by: [x], aggregates: { total: sum(n) }, write: replace }
`;
  const { was, is, changes } = edited(tables("from: silver.a"), tables("union: [silver.a, silver.b]"));
  expect(changes).toEqual(["replay p/gold.t"]);
  const places = ({ artifacts }: CompileResult): readonly string[] => [
    ...new Set(
      artifacts.flatMap(({ body }) =>
        [...body.matchAll(/"\w*silver_priced\w*_place"[^}]*/g)].map(([found]) => found.replace(/\s+/g, " ")),
      ),
    ),
  ];
  expect(places(was)).not.toEqual([]);
  expect(places(is)).toEqual(places(was));
});

it("of two columns that pass event time on the one of the same name carries the watermark, in whatever order they are written", () => {
  const tables = (columns: string): string => `silver:
  a: { from: bronze.a, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, late_rows: drop }
  c: { from: silver.a, columns: { ${columns} } }
gold: { w: { from: silver.c, window: { type: tumbling, column: at, size: 1 hour }, aggregates: { k: count(*) } } }
`;
  expect(edited(tables("arrived: at, at: at"), tables("at: at, arrived: at")).changes).toEqual([]);
});

it("a window may be over either of two columns that pass event time on", () => {
  const tables = (column: string): string => `silver:
  a: { from: bronze.a, expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, late_rows: drop }
gold: { w: { from: silver.a, columns: { at: at, arrived: at }, window: { type: tumbling, column: ${column}, size: 1 hour }, aggregates: { k: count(*) } } }
`;
  for (const column of ["at", "arrived"]) expect(compiled(tables(column)).artifacts).not.toEqual([]);
});
