import { expect, it } from "vitest";
import { lockChanges } from "../cli/lock-changes.js";
import { type CompileResult, compile } from "../compiler/compile.js";
import { Report } from "../compiler/diagnostics/report.js";
import { printLock } from "../compiler/lock/print-lock.js";
import { readLock } from "../compiler/lock/read-lock.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const project = (isStrict: boolean): string => `version: 1
project: strict
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
${isStrict ? "strict_checkpoints: true\n" : ""}compute: { small: { workers: 1 } }
connections:
  events: { kind: event-hubs, namespace: ns, identity: { secret: events } }
  store: { kind: storage, account: store, container: files }
environments: { local: { on: this-machine } }
`;

const pipeline = `pipeline: p
sources: { a: { kind: event-hub, connection: events, event_hub: a, partitions: 1, format: json, columns: { x: string, n: bigint, at: timestamp } } }
bronze: { a: { from: sources.a } }
silver:
  plain: { from: bronze.a, columns: { x: x, n: n } }
  names: { from: silver.a, write: replace, group_by: [x], aggregates: { least: min(n), most: max(n) } }
  a:
    from: bronze.a
    columns: { x: x, n: n, at: at }
    expect: { has_at: { that: at is not null, else: drop }, positive: { that: n > 0, else: warn } }
    watermark: { column: at, delay: 1 minute }
    late_rows: drop
gold:
  joined: { from: silver.plain, join: { names: { table: silver.names, on: x, how: left, columns: { best: most } } } }
  counts: { from: silver.a, window: { type: tumbling, column: at, size: 1 hour }, aggregates: { k: count(*) } }
sinks:
  sent: { from: silver.plain, connection: store, folder: out, format: json }
`;

function compiled(isStrict: boolean, yaml: string, lock?: string): CompileResult {
  const files = { "sluice.yaml": project(isStrict), "pipelines/p.yaml": yaml };
  const result = compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
  expect(result.diagnostics.map(({ message }) => message)).toEqual([]);
  return result;
}

const begun = ({ lock }: CompileResult): readonly string[] => (lock?.changes ?? []).map(({ id }) => id);
const identities = ({ artifacts }: CompileResult): readonly string[] =>
  artifacts.flatMap(({ body }) => body.match(/identity=f"[0-9a-f-]+/g) ?? []).sort();

const edits = [
  [
    "a column of a table without state",
    "plain: { from: bronze.a, columns: { x: x, n: n } }",
    "plain: { from: bronze.a, columns: { x: x, n: n * 10 } }",
    "p/silver.plain",
  ],
  [
    "a filter of a table without state",
    "columns: { x: x, n: n } }",
    "columns: { x: x, n: n }, where: n > 1 }",
    "p/silver.plain",
  ],
  [
    "a column that decides nothing in a state",
    "columns: { x: x, n: n, at: at }",
    "columns: { x: upper(x), n: n, at: at }",
    "p/silver.a",
  ],
  ["what a join adds to a table without state", "columns: { best: most }", "columns: { best: least }", "p/gold.joined"],
  ["what becomes of late rows", "late_rows: drop", "late_rows: divert", "p/silver.a"],
  ["the filter of a sink", "format: json }", "format: json, where: n > 1 }", "p/sinks.sent"],
] as const;

it.each(edits)("%s goes on in place, and with strict_checkpoints begins anew", (_, from, to, id) => {
  const edited = pipeline.replace(from, to);
  expect(edited).not.toBe(pipeline);
  expect(begun(compiled(false, edited, compiled(false, pipeline).lock?.text))).toEqual([]);
  const strict = compiled(true, edited, compiled(true, pipeline).lock?.text);
  expect(begun(strict)).toContain(id);
  const said = lockChanges(strict.lock?.changes ?? [], strict.understood?.ir ?? { jobs: [], flows: [] }, true);
  expect(said).toContain("rows that were made before would stand beside rows that are made otherwise");
});

it.each([
  ["a description", "plain: { ", "plain: { description: as they are, "],
  ["the rhythm", "plain: { ", "plain: { streaming: { trigger: 1 minute }, "],
  ["an expectation that only warns", "that: n > 0, else: warn", "that: n > 1, else: warn"],
  ["spacing", "that: at is not null", "that: at   is not null"],
])("%s decides no row, and goes on in place all the same", (_, from, to) => {
  const edited = pipeline.replace(from, to);
  expect(edited).not.toBe(pipeline);
  expect(begun(compiled(true, edited, compiled(true, pipeline).lock?.text))).toEqual([]);
});

it("switching it on or off changes no checkpoint, and what was changed meanwhile is not made up for", () => {
  const off = compiled(false, pipeline);
  const on = compiled(true, pipeline, off.lock?.text);
  expect(begun(on)).toEqual([]);
  expect(identities(on)).toEqual(identities(off));
  const edited = pipeline.replace("n: n }", "n: n * 10 }");
  const offAgain = compiled(false, edited, on.lock?.text);
  expect(begun(offAgain)).toEqual([]);
  expect(offAgain.lock?.text).not.toContain("logic:");
  expect(begun(compiled(true, edited, offAgain.lock?.text))).toEqual([]);
});

it("stands in the lock and is read from it as it was, and compiling again changes nothing", () => {
  const text = compiled(true, pipeline).lock?.text ?? "";
  expect(text).toContain("    logic:\n");
  const report = new Report();
  const read = readLock({ read: () => text, list: () => [] }, report);
  expect(read && printLock(read)).toBe(text);
  expect(compiled(true, pipeline, text).lock).toMatchObject({ text, changes: [] });
});
