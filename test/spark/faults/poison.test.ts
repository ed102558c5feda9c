import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conservationLines } from "../../../cli/run-summary.js";
import { notebooksOf, type Session } from "../../../local/drain.js";
import { loadJob } from "../../../local/job.js";
import { connect } from "../../../local/kafka/client.js";
import { queryResults } from "../../../local/results.js";
import { runJob } from "../../../local/run.js";
import type { TableRow } from "../../../local/runner/answers.js";
import { keptRunner } from "../kept.js";
import { made } from "./project.js";

const columns =
  '{ id: string, value: double, amount: "decimal(9,2)", at: timestamp, of: { a: int }, tags: "array<string>" }';
const silver = `    columns: { id: id, value: value, amount: amount, at: at, tags: size(tags) }
    expect:
      has_id: { that: id is not null, else: quarantine }
      plausible: { that: "value between -1000 and 1000", else: quarantine }
      of_our_time: { that: "at between timestamp '2000-01-01 00:00:00' and timestamp '2100-01-01 00:00:00'", else: quarantine }
`;
const project = made({
  "sluice.yaml": `version: 1
project: poison
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
environments: { local: { on: this-machine } }
connections:
  log: { kind: kafka, servers: "log.example.org:9092" }
  landing: { kind: storage, account: drop, container: landing }
`,
  "pipelines/shop.yaml": `pipeline: shop
sources:
  events: { kind: kafka, connection: log, topic: events, partitions: 1, format: json, columns: ${columns}, producer: { file: "data/events.csv", key: id } }
  lines: { kind: files, connection: landing, path: "lines/*.json", format: json, columns: ${columns}, producer: { file: "data/lines.json" } }
bronze:
  events: { from: sources.events }
  lines: { from: sources.lines }
silver:
  events:
    from: bronze.events
${silver}    watermark: { column: at, delay: 1 hour }
    deduplicate: { keys: [id, at], within: watermark }
    late_rows: divert
  lines:
    from: bronze.lines
${silver}`,
  "data/events.csv": "id,value,amount,at,of.a,tags,_body\nfirst,1,,2026-03-01T10:00:00Z,,,\n",
  "data/lines.json": '{"id":"first","value":1,"at":"2026-03-01T10:00:00Z"}\n',
});
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

/** Where a body must go: it is no single object of JSON with values of the declared types; it violates these; or it is a good row with this id. */
type Goes = "unparsable" | readonly string[] | { readonly id: string };

interface Poison {
  readonly what: string;
  readonly body: string | Buffer | null;
  readonly goes: Goes;
  /** What it violates besides, where there is a watermark: no time may be ahead of the clock. */
  readonly besides?: string;
}

const at = '"at":"2026-03-01T10:00:00Z"';
const all = ["has_id", "of_our_time", "plausible"];
const long = "x".repeat(1_000_000);
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))));
const good = (id: string, more = "") => `{"id":"${id}","value":1,${at}${more}}`;

/** The outcome is worked out from RFC 8259, the declared types and the conditions: not from what Spark gives. */
const poison: readonly Poison[] = [
  { what: "good", body: good("good", ',"amount":1.50,"of":{"a":1},"tags":["a","b"]'), goes: { id: "good" } },
  { what: "not JSON", body: "not JSON", goes: "unparsable" },
  { what: "XML", body: "<id>1</id>", goes: "unparsable" },
  { what: "cut off", body: '{"id":"cut', goes: "unparsable" },
  { what: "a text", body: '"text"', goes: "unparsable" },
  { what: "a number", body: "17", goes: "unparsable" },
  { what: "null", body: "null", goes: "unparsable" },
  { what: "a list", body: "[]", goes: "unparsable" },
  { what: "a list of one", body: `[${good("listed")}]`, goes: "unparsable" },
  { what: "two", body: `${good("one")} ${good("two")}`, goes: "unparsable" },
  { what: "two with a comma", body: `${good("one")}, ${good("two")}`, goes: "unparsable" },
  { what: "what would close a list around it", body: `${good("closing")}], "z": [1`, goes: "unparsable" },
  {
    what: "what would close it and be another",
    body: `${good("one")}], "_bodies": [${good("two")}`,
    goes: "unparsable",
  },
  { what: "a string of 1 MB that nobody reads", body: good("long", `,"unknown":"${long}"`), goes: { id: "long" } },
  { what: "a string of 1 MB that is no JSON", body: long, goes: "unparsable" },
  {
    what: "a million digits and a letter for a decimal",
    body: good("digits", `,"amount":"${"1".repeat(1_000_000)}x"`),
    goes: "unparsable",
  },
  { what: "a key of 1 MB", body: good("long key", `,"${long}":1`), goes: { id: "long key" } },
  {
    what: "nulls everywhere",
    body: '{"id":null,"value":null,"amount":null,"at":null,"of":null,"tags":null}',
    goes: all,
  },
  { what: "no keys", body: "{}", goes: all },
  { what: "a key is missing", body: `{"value":1,${at}}`, goes: ["has_id"] },
  { what: "a number as text", body: `{"id":"as text","value":"1.5",${at}}`, goes: "unparsable" },
  { what: "a text as number", body: `{"id":17,"value":1,${at}}`, goes: { id: "17" } },
  { what: "an object for a number", body: `{"id":"object","value":{},${at}}`, goes: "unparsable" },
  { what: "a list for an object", body: good("a list", ',"of":[1]'), goes: "unparsable" },
  { what: "a key twice", body: `{"id":"one","id":"twice","value":1,${at}}`, goes: { id: "twice" } },
  { what: "500 levels", body: good("deep", `,"unknown":${nested(500)}`), goes: { id: "deep" } },
  // Parsers may limit depth (RFC 8259, section 9); this one takes 1,000 levels, so that no body can exhaust its stack.
  { what: "1,001 levels", body: good("deeper", `,"unknown":${nested(1_001)}`), goes: "unparsable" },
  { what: "100,000 levels that never close", body: "[".repeat(100_000), goes: "unparsable" },
  {
    what: "the year 9999",
    body: '{"id":"last","value":1,"at":"9999-12-31T23:59:59.999999Z"}',
    goes: ["of_our_time"],
    besides: "not_ahead",
  },
  { what: "the year 10000", body: '{"id":"after","value":1,"at":"+10000-01-01T00:00:00Z"}', goes: "unparsable" },
  { what: "the year 0001", body: '{"id":"begin","value":1,"at":"0001-01-01T00:00:00Z"}', goes: ["of_our_time"] },
  { what: "the year 0000", body: '{"id":"zero","value":1,"at":"0000-01-01T00:00:00Z"}', goes: ["of_our_time"] },
  { what: "30 February", body: '{"id":"no day","value":1,"at":"2026-02-30T00:00:00Z"}', goes: "unparsable" },
  { what: "1e400", body: `{"id":"huge","value":1e400,${at}}`, goes: ["plausible"] },
  { what: "a decimal of 1e400", body: good("huge amount", ',"amount":1e400'), goes: "unparsable" },
  { what: "a number of 5,000 digits", body: `{"id":"digits","value":${"9".repeat(5_000)},${at}}`, goes: "unparsable" },
  { what: "an int beyond ints", body: good("int", ',"of":{"a":99999999999}'), goes: "unparsable" },
  { what: "a letter that is no UTF-8", body: bytes('{"id":"a', 0xff, `","value":1,${at}}`), goes: { id: "a\uFFFD" } },
  {
    what: "a key that is no UTF-8",
    body: bytes('{"', 0xc3, 0x28, `":1,"id":"odd key","value":1,${at}}`),
    goes: { id: "odd key" },
  },
  { what: "bytes", body: bytes(0, 1, 2, 0xff, 0xfe), goes: "unparsable" },
  { what: "UTF-16", body: Buffer.from(good("wide"), "utf16le"), goes: "unparsable" },
  { what: "a line end in a text", body: `{"id":"two\nlines","value":1,${at}}`, goes: "unparsable" },
  {
    what: "a list that never closes, and its object",
    body: `${good("open").slice(0, -1)},"tags":["a"`,
    goes: "unparsable",
  },
  { what: "a comma and nothing behind it", body: `{"id":"comma","value":1,${at},}`, goes: "unparsable" },
  { what: "a comment", body: `{"id":"comment",/* one */"value":1,${at}}`, goes: "unparsable" },
  { what: "a mark of the order of bytes before it", body: `\uFEFF${good("marked")}`, goes: "unparsable" },
  { what: "NUL in a text", body: `{"id":"nul\0","value":1,${at}}`, goes: "unparsable" },
  { what: "NUL as it may be written", body: `{"id":"nul\\u0000","value":1,${at}}`, goes: { id: "nul\0" } },
  { what: "the end of all good ones", body: good("end"), goes: { id: "end" } },
  { what: "the same again", body: good("end"), goes: { id: "end" } },
];
const onlyEvents: readonly Poison[] = [
  { what: "a tombstone", body: null, goes: "unparsable" },
  { what: "an empty body", body: "", goes: "unparsable" },
  { what: "blanks", body: "  \t ", goes: "unparsable" },
];

interface Outcome {
  readonly good: readonly unknown[];
  readonly violations: readonly string[];
}

/** What must come of bodies; with a watermark one row of repeats is kept. */
function expectedOf(bodies: readonly Poison[], isTable: "with a watermark" | "plain"): Outcome {
  const ids = ["first", ...bodies.flatMap(({ goes }) => (typeof goes === "object" && "id" in goes ? [goes.id] : []))];
  const aside = bodies.flatMap(({ goes, besides }) => {
    if (goes === "unparsable") return ["unparsable"];
    const all = besides !== undefined && isTable === "with a watermark" ? [besides] : [];
    return Array.isArray(goes) ? [[...all, ...goes].sort().join()] : [];
  });
  return { good: (isTable === "plain" ? ids : [...new Set(ids)]).sort(), violations: aside.sort() };
}

const found: Record<string, Outcome> = {};
let equations: readonly { readonly holds: boolean; readonly line: string }[] = [];
let sizes: Readonly<Record<string, number>> = {};

beforeAll(async () => {
  const request = {
    ...project,
    stateDir: join(project.folder, "state"),
    rate: "max",
    runner: await keptRunner(),
  } as const;
  const result = await runJob(request, async (session) => {
    await send([...poison, ...onlyEvents], session);
    const lines = poison.filter(({ body }) => !Buffer.from(body ?? "").includes("\n"));
    const file = join(session.places.state, "stores/landing/lines/poison.json");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, Buffer.concat(lines.flatMap(({ body }) => [Buffer.from(body ?? ""), Buffer.from("\n")])));
    const job = await loadJob(project.artifactsDir);
    const outcome = await session.runner.run(notebooksOf(job, project, session.places).queries);
    expect(outcome).toEqual({ kind: "done" });
    await look(session);
    const results = await queryResults(session.runner, join(session.places.state, "lake"), job, {
      ...{ seconds: new Map<string, number>(), watermarks: new Map<string, string>() },
    });
    equations = results.flatMap(conservationLines);
  });
  expect(result.failure).toBeUndefined();
});

async function send(bodies: readonly Poison[], { places }: Session): Promise<void> {
  const producer = connect(places.kafka).producer();
  await producer.connect();
  for (const { body } of bodies)
    await producer.send({ topic: "events", messages: [{ key: "k", value: body === null ? null : Buffer.from(body) }] });
  await producer.disconnect();
}

async function look({ runner, places }: Session): Promise<void> {
  const rows = (table: string, ...names: readonly string[]) => runner.rows(join(places.state, "lake", table), names);
  for (const table of ["events", "lines"]) {
    const words = (of: readonly TableRow[]) =>
      of.map(({ _violations: v }) => (Array.isArray(v) ? [...v].sort().join() : ""));
    found[table] = {
      good: (await rows(`silver/${table}`, "id")).map(({ id }) => id).sort(),
      violations: words(await rows(`silver/${table}_quarantine`, "_violations")).sort(),
    };
  }
  const size = async (table: string, column: string) => (await rows(table, column)).length;
  sizes = { events: await size("bronze/events", "offset"), lines: await size("bronze/lines", "file_row") };
}

it("through Kafka: nothing stops the query, each body is in its place, and good rows are unharmed", () => {
  expect(sizes["events"]).toBe(1 + poison.length + onlyEvents.length);
  expect(found["events"]).toEqual(expectedOf([...poison, ...onlyEvents], "with a watermark"));
});

it("through files: the same", () => {
  const lines = poison.filter(({ body }) => !Buffer.from(body ?? "").includes("\n"));
  expect(sizes["lines"]).toBe(1 + lines.length);
  expect(found["lines"]).toEqual(expectedOf(lines, "plain"));
});

it("all that was read is somewhere", () => {
  expect(equations.length).toBeGreaterThanOrEqual(4);
  expect(equations.filter(({ holds }) => !holds)).toEqual([]);
});
