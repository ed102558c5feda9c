import { expect, it } from "vitest";
import { prepare } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const project = `
version: 1
project: chain
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { broker: { kind: kafka, servers: "broker:9092" } }
environments: { local: { on: this-machine } }
`;
const ends = `
sources: { a: { kind: kafka, connection: broker, topic: a, partitions: 1, format: json, columns: { x: string, at: timestamp } } }
bronze: { a: { from: sources.a } }
silver:
`;
const length = 4000;
/** The last table has the first name, so that a walk by name comes to the whole chain at once. */
const nameOf = (n: number): string => `t${String(length - n).padStart(4, "0")}`;
const chain = (of: (n: number) => string): string =>
  Array.from({ length }, (_, at) => `  ${nameOf(at + 1)}: { ${of(at + 1)} }\n`).join("");
const below = (n: number): string => (n === 1 ? "bronze.a" : `silver.${nameOf(n - 1)}`);

const found = (tables: string) =>
  prepare(memoryHost({ "sluice.yaml": project, "pipelines/chain.yaml": `pipeline: chain${ends}${tables}` }), targets)
    .diagnostics;

it("a chain of tables may be as long as it likes", () => {
  const wrong = chain((n) => `from: ${below(n)}, columns: { x: ${n === length ? "y" : "x"} }`);
  expect(found(wrong).map(({ message }) => message)).toEqual([expect.stringContaining("'y' is not a column")]);
});

it("also where nothing is wrong with it", () => {
  expect(found(chain((n) => `from: ${below(n)}`))).toEqual([]);
});

it("and where it goes to and fro between pipelines", () => {
  const of = (n: number): string =>
    `from: ${n === 1 ? "chain/bronze.a" : `${n % 2 === 0 ? "other" : "chain"}/silver.${nameOf(n - 1)}`}`;
  const tables = (own: number): string =>
    Array.from({ length }, (_, at) => at + 1)
      .filter((n) => n % 2 === own)
      .map((n) => `  ${nameOf(n)}: { ${of(n)} }\n`)
      .join("");
  expect(found(`${tables(0)}---\npipeline: other\nsilver:\n${tables(1)}`)).toEqual([]);
});

const timed =
  "expect: { has_at: { that: at is not null, else: drop } }, watermark: { column: at, delay: 1 minute }, late_rows: drop";
it.each([
  ["a table with state", "materialize: false", `${timed}, deduplicate: { keys: [x, at], within: watermark }`],
  ["a window", timed, "window: { type: tumbling, column: at, size: 1 hour }, aggregates: { n: count(*) }"],
])("views below %s may be as many", (_, first, last) => {
  const clauses = (n: number): string => (n === 1 ? first : n === length ? last : "materialize: false");
  expect(found(chain((n) => `from: ${below(n)}, ${clauses(n)}`))).toEqual([]);
});

it("ways to a table may be many: each is looked at once", () => {
  const floors = Array.from({ length: 40 }, (_, at) => {
    const under = at === 0 ? ["t", "t"] : [`x${at - 1}`, `y${at - 1}`];
    const union = (name: string): string =>
      `  ${name}${at}: { ${at === 0 ? "from: silver.t" : `union: [silver.${under[0]}, silver.${under[1]}]`} }\n`;
    return union("x") + union("y");
  });
  const top = "  top: { from: silver.x39, partition_by: [x] }\n";
  expect(found(`  t: { from: bronze.a, where: x <> '' }\n${floors.join("")}${top}`)).toEqual([]);
});

it("and so may a circle of them", () => {
  const circle = found(chain((n) => `from: silver.${nameOf(n === 1 ? length : n - 1)}`));
  expect(circle.map(({ code }) => code)).toEqual(["model/reference-cycle"]);
});
