import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { Report } from "../../../compiler/diagnostics/report.js";
import type { Expression } from "../../../compiler/expression/expression.js";
import { children } from "../../../compiler/expression/facts.js";
import type { TypedNode } from "../../../compiler/expression/typed-node.js";
import type { HashKeys } from "../../../compiler/model/hash-key.js";
import { link } from "../../../compiler/model/link.js";
import type { LinkedTable } from "../../../compiler/model/linked.js";
import { normalize } from "../../../compiler/model/normalize.js";
import { type Sensitivity, sensitivityOf } from "../../../compiler/model/sensitivity.js";
import { type Mark, marksOf } from "../../../compiler/model/sensitivity-mark.js";
import { Origin } from "../../../compiler/source/origin.js";
import { readSpec } from "../../../compiler/spec/spec.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { memoryHost } from "../../golden.js";
import { lineages } from "./lineages.js";
import { hashesOf, statementOf, viewOf } from "./statements.js";

const project = `
version: 1
project: shop
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
hash_keys: { customers: { secret: customers-hash-key, clears: [pii, financial] } }
compute: { small: { workers: 1 } }
connections: { events: { kind: kafka, servers: "broker:9092" } }
environments: { local: { on: this-machine } }
`;

/** One generated pipeline: its tables in the order of their work, and what is sensitive in them. */
interface Lineage {
  readonly yaml: string;
  readonly tables: readonly LinkedTable[];
  readonly sensitivity: Sensitivity;
  /** The same if hashes cleared nothing: they differ where what is hashed differs. */
  readonly strict: Sensitivity;
}

/** Of the kind that a vault has, and a canary itself. */
const key = "CANARY-KEY-d41b9c7e6a2f4b8e9d0c5a7f3e1b6c8d";
const origin = Origin.root({
  file: { path: "", text: "" },
  root: { kind: "scalar", range: { start: 0, end: 0 }, value: null },
});
const clearsNothing: HashKeys = new Map([
  ["customers", { kind: "hash-key", origin, name: "customers", secret: "customers-hash-key", clears: [] }],
]);

function linked(yaml: string): Lineage {
  const report = new Report();
  const spec = readSpec(memoryHost({ "sluice.yaml": project, "pipelines/random.yaml": yaml }), report);
  const model = spec && normalize(spec, report);
  const found = model && link(model, report);
  expect([yaml, report.sorted().map(({ code, message }) => `${code}: ${message}`)]).toEqual([yaml, []]);
  const tables = found?.pipelines.flatMap((one) => one.tables.filter((table) => table.kind === "table")) ?? [];
  const sensitivity = sensitivityOf(model?.hashKeys ?? new Map());
  return { yaml, tables, sensitivity, strict: sensitivityOf(clearsNothing) };
}

/** Two sources that differ in nothing but the values of sensitive columns: each tells what it is. */
const sources = ["CANARY-1-@", "CANARY-2 is another one-@"].map((canary, version) => {
  const rows = Array.from({ length: 6 }, (_, row) => {
    const secret = (what: string): string => `'${canary.replace("@", `${what}-${version === 0 ? row : 9 - row}`)}'`;
    const amount = version === 0 ? 7700000 + row : 8800900 - 31 * row;
    const name = row === 4 ? "CAST(NULL AS string)" : secret("NAME");
    const person = `named_struct('name', ${name}, 'age', ${20 + row}, 'card', named_struct('number', ${secret("CARD")}, 'kind', 'kind ${row % 2}'))`;
    const tags = row === 3 ? "CAST(array() AS array<string>)" : `array('tag ${row}', 'tag')`;
    return (
      `named_struct('id', ${row}L, 'at', timestamp'2026-03-01 1${row % 3}:00:00', 'city', 'city ${row % 3}', 'age', ${row}, ` +
      `'amount', ${amount}, 'email', ${secret("EMAIL")}, 'person', ${person}, 'tags', ${tags}, 'illnesses', array(${secret("ILL")}))`
    );
  });
  return `SELECT inline(array(${rows.join(", ")}))`;
});

const canaries = /canary|yranac|(?<!\d)(77000\d\d|88008\d\d|88009\d\d)(?!\d)|00077|00900?88/i;

/** Any digits may stand in a hash. */
const withoutHashes = (value: string): string => value.replaceAll(/[0-9a-f]{64}/gi, "");

type Rows = Readonly<Record<string, readonly string[]>>;

const sampled = (hashes: boolean, numRuns: number): readonly Lineage[] =>
  fc.sample(lineages(hashes), { numRuns, seed: 5 }).map(linked);

/** Few of those that hash: each of their calls of Python takes long. */
const generated = [...sampled(false, Number(process.env["LINEAGES"] ?? 24)), ...sampled(true, 6)];
let answers: readonly (readonly [Rows, Rows])[] = [];

beforeAll(async () => {
  const request = generated.flatMap(({ tables }) =>
    sources.map((source, version) => [
      ["bronze_source", source],
      ...tables.map((table) => [viewOf(table), statementOf(table)]),
      ...(version === 0 ? tables.flatMap(hashesOf) : []),
    ]),
  );
  const { python, env } = await ensureSpark(() => {});
  const folder = mkdtempSync(join(tmpdir(), "sluice-lineages-"));
  const runtime = resolve("targets/spark/runtime/keyed_hash.py");
  const [asked, answered] = [join(folder, "request.json"), join(folder, "answer.json")];
  writeFileSync(asked, JSON.stringify(request));
  execFileSync(python, [fileURLToPath(new URL("compute.py", import.meta.url)), asked, answered, runtime, key], {
    cwd: folder,
    env: { ...process.env, ...env, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: "127.0.0.1", TZ: "UTC" },
    stdio: ["ignore", "ignore", process.env["SHOW_SPARK"] === "1" ? "inherit" : "ignore"],
  });
  const rows: readonly Rows[] = JSON.parse(readFileSync(answered, "utf8"));
  answers = generated.map((_, at) => [rows[2 * at] ?? {}, rows[2 * at + 1] ?? {}]);
  rmSync(folder, { recursive: true });
});

/** The values of a column, or of a field in it: each as it stands, in the order of their texts. */
const valuesOf = (rows: readonly string[] = [], path: readonly string[]): readonly string[] =>
  rows
    .map((row) => JSON.stringify(path.reduce((value: unknown, name) => Object(value)[name], JSON.parse(row)) ?? null))
    .sort();

/** The columns of a table that have nothing sensitive, and of structs that have some the fields that have not. */
const clearPaths = (
  { output }: LinkedTable,
  marks: ReadonlyMap<string, readonly Mark[]>,
): readonly (readonly string[])[] => output.flatMap(({ name, type }) => clearIn(type, marks.get(name) ?? [], [name]));

function clearIn(
  type: LinkedTable["output"][number]["type"],
  marks: readonly Mark[],
  path: readonly string[],
): readonly (readonly string[])[] {
  const depth = path.length - 1;
  const own = marks.filter(({ fields }) => fields.slice(0, depth).every((field, at) => field === path[at + 1]));
  if (own.length === 0) return [path];
  if (type.kind !== "struct" || own.some(({ fields }) => fields.length <= depth)) return [];
  return type.fields.flatMap((field) => clearIn(field.type, own, [...path, field.name]));
}

it("no value of a sensitive column stands in a column that is clear", () => {
  let looked = 0;
  for (const [at, { tables, sensitivity, yaml }] of generated.entries())
    for (const table of tables)
      for (const path of clearPaths(table, sensitivity.of(table)))
        for (const rows of answers[at] ?? []) {
          const values = valuesOf(rows[viewOf(table)], path);
          looked += values.length;
          expect([yaml, viewOf(table), path, values.filter((value) => canaries.test(withoutHashes(value)))]).toEqual([
            yaml,
            viewOf(table),
            path,
            [],
          ]);
        }
  expect(looked).toBeGreaterThan(1000);
});

it("hashes of sensitive values stand in clear columns, each as Python has it", () => {
  const compared = generated.flatMap(({ tables }, at) =>
    tables.flatMap(hashesOf).flatMap(([view]) => answers[at]?.[0][view] ?? []),
  ); // that they are the same was seen to where they were computed
  expect(compared.filter((row) => canaries.test(row)).length).toBeGreaterThan(50);
  const cleared = generated.flatMap(({ tables, sensitivity, strict }) =>
    tables.flatMap((table) => [...strict.of(table).keys()].filter((column) => !sensitivity.of(table).has(column))),
  );
  expect(cleared.length).toBeGreaterThan(10);
});

it("sensitive values reach the columns that have them: what is looked for is there to be found", () => {
  const found = generated.flatMap(({ tables }, at) =>
    tables.filter((table) => (answers[at]?.[0][viewOf(table)] ?? []).some((row) => canaries.test(row))),
  );
  expect(found.length).toBeGreaterThan(generated.length);
});

/** Whether it is chosen or counted by something sensitive which rows there are, in a table or in those that it reads. */
function isChosen(table: LinkedTable, sensitivity: Sensitivity, known: Map<LinkedTable, boolean>): boolean {
  const found = known.get(table);
  if (found !== undefined) return found;
  const below = [...table.inputs, ...table.joins.map((one) => one.table)].filter((input) => input.kind === "table");
  const read = (column: string) => table.inputs.flatMap((input) => sensitivity.of(input).get(column) ?? []);
  const element = table.explode ? marksOf(table.explode.expression.node, read, clearsNothing) : [];
  const seen = (column: string) => (column === table.explode?.name ? element : read(column));
  const made = new Map(
    table.columns.map(({ name, expression }) => [name, marksOf(expression.node, seen, clearsNothing)]),
  );
  const rows = (column: string) => made.get(column) ?? [];
  const grouping = table.windows ?? table.grouping;
  const choosing = [
    ...((table.explode && marksOf(table.explode.expression.node, read, clearsNothing)) ?? []),
    ...((table.where && marksOf(table.where.node, rows, clearsNothing)) ?? []),
    ...(grouping?.groupBy.flatMap(rows) ?? []),
    ...(grouping?.aggregates.flatMap(({ expression }) => chosenBy(expression, rows)) ?? []),
  ];
  const is = choosing.length > 0 || below.some((input) => isChosen(input, sensitivity, known));
  known.set(table, is);
  return is;
}

/** What is sensitive in what is counted, and in what chooses rows for an aggregate. */
function chosenBy({ node }: Expression, read: (column: string) => readonly Mark[]): readonly Mark[] {
  return below(node);

  function below(part: TypedNode): readonly Mark[] {
    const own =
      part.kind === "call"
        ? [...(part.filter ? [part.filter] : []), ...(part.function.clears ? part.arguments : [])]
        : [];
    return [...own.flatMap((one) => marksOf(one, read, clearsNothing)), ...children(part).flatMap(below)];
  }
}

it("where nothing sensitive chooses rows, clear columns are the same whatever sensitive ones hold", () => {
  let compared = 0;
  for (const [at, { tables, strict, yaml }] of generated.entries()) {
    const known = new Map<LinkedTable, boolean>();
    for (const table of tables) {
      if (isChosen(table, strict, known)) continue;
      for (const path of clearPaths(table, strict.of(table))) {
        const [one, other] = (answers[at] ?? []).map((rows) => valuesOf(rows[viewOf(table)], path));
        expect([yaml, viewOf(table), path, one]).toEqual([yaml, viewOf(table), path, other]);
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(100);
});
