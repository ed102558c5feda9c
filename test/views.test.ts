import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const written = readFileSync("test/golden/spark-views/input.yaml", "utf8");

function compiled(text: string, lock?: string) {
  const [project = "", ...pipelines] = text.split(/^---\n/m);
  const files = { "sluice.yaml": project, "pipelines/all.yaml": pipelines.join("---\n") };
  return compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets);
}

/** What a change of the YAML makes begin anew, and because of which clauses. */
function changed(from: string, to: string, before = written): Readonly<Record<string, readonly string[]>> {
  expect(before).toContain(from);
  const { lock, diagnostics } = compiled(before.replaceAll(from, to), compiled(before).lock?.text);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const replays = (lock?.changes ?? []).flatMap((change) => (change.kind === "replay" ? [change] : []));
  return Object.fromEntries(replays.map(({ id, clauses }) => [id, clauses.map(({ clause }) => clause)]));
}

/** `lines`, and what reads it. */
const below = { "shop/gold.hourly": [], "shop/gold.all": [], "shop/silver.together": [] };

test("a view has no entry in the lock", () => {
  expect(compiled(written).lock?.text).not.toMatch(
    /^ {2}\w+\/silver\.(real|elements|bought|events|dear|known|timed|ids|named):/m,
  );
});

test.each<[string, string, string, Readonly<Record<string, readonly string[]>>]>([
  ["filter", "shop <> 'TEST'", "shop <> 'test'", { "shop/silver.lines": ["view of bronze/orders.where"], ...below }],
  [
    "drop",
    "that: id is not null",
    "that: id is not null and length(id) < 99",
    { "shop/silver.lines": ["view of bronze/orders.expect.named"], ...below },
  ],
  [
    "column that decides",
    "upper(shop)",
    "lower(shop)",
    { "shop/silver.lines": ["view of bronze/orders.columns.shop"], ...below },
  ],
  [
    "array",
    "explode: { line: lines }, columns",
    "explode: { line: array_distinct(lines) }, columns",
    { "shop/silver.sold": ["view of bronze/orders.explode.line"] }, // it has no state and goes on, so its readers do
  ],
])("a change of a view's %s is one of its readers with state, as if it stood there", (_, from, to, expected) => {
  expect(changed(from, to)).toEqual(expected);
});

test("without state a view's columns and filters change in place, as a table's own do", () => {
  expect(
    changed(
      "quantity: quantity, twice: quantity * 2 }, where: sku <> 'a'",
      "quantity: 1, twice: 2 }, where: sku = 'a'",
    ),
  ).toEqual({});
});

test.each(["real", "elements", "bought", "events", "dear", "known", "timed", "ids", "named"])(
  "the name of '%s' decides nothing: what reads it goes on, and reads in the same order, under another one",
  (view) => {
    const before = compiled(written);
    const renamed = written.replaceAll(new RegExp(`(?<=^  |silver\\.)${view}\\b`, "gm"), `z_${view}`);
    expect(renamed).not.toBe(written);
    const after = compiled(renamed, before.lock?.text);
    expect(after.lock).toEqual({ text: before.lock?.text, changes: [] });
    const notebooks = ({ artifacts }: typeof after) => artifacts.filter(({ path }) => path.endsWith(".py"));
    expect(notebooks(after).map(({ body }) => body.replaceAll(`z_${view}`, view))).toEqual(
      notebooks(before).map(({ body }) => body),
    );
  },
);

test("the order in which a query reads tables is a fact where a union within a view makes it another than that of their names", () => {
  expect(compiled(written).lock?.text).not.toContain(" from: silver/");
  const other = written.replaceAll(/(?<=^ {2}|silver\.)every\b/gm, "many");
  expect(compiled(other).lock?.text).toContain("      from: silver/lines, silver/sold, silver/many\n");
});

test("a step that goes from the view of one table to that of another is a change", () => {
  const columns = "columns: { id: id, at: at, enqueued_at: enqueued_at, partition: partition, offset: offset }";
  const events = (ofBought: string, ofSent: string) =>
    written
      .replace(
        /, where: id <> 'o5' \}/,
        `${ofBought} }\n  sent: { materialize: false, from: bronze.returns, ${columns}${ofSent} }`,
      )
      .replace("[silver.bought, bronze.returns]", "[silver.bought, silver.sent]");
  const filter = ", where: id <> 'o5'";
  const before = events(filter, "");
  expect(changed(before, events("", filter), before)).toMatchObject({
    "shop/silver.every": ["view of bronze/orders.where", "view of bronze/returns.where"],
  });
});

test("of several views over one table each is a step after those below it", () => {
  const below = "below: { materialize: false, from: bronze.orders, where: id <> 'x' }";
  const { "shop/silver.lines": clauses } = changed(
    "real: { materialize: false, from: bronze.orders",
    `${below}\n  real: { materialize: false, from: silver.below`,
  );
  expect(clauses).toEqual(expect.arrayContaining(["view 2 of bronze/orders.where", "view of bronze/orders.where"]));
});

test("a pipeline that only has views runs nothing, so it need not say on what", () => {
  const several = written.replace(
    "compute: { small: { workers: 1 } }",
    "compute: { small: { workers: 1 }, big: { workers: 9 } }",
  );
  expect(compiled(several.replace("pipeline: shop\n", "pipeline: shop\ncompute: big\n")).diagnostics).toEqual([]);
});

/** A union of some of these views; those that are `stored` are tables, and have the `moved` clauses. */
function united(clauses: string, stored: readonly string[] = [], moved = "") {
  const view = (name: string, rest: string): string =>
    `  ${name}: { ${stored.includes(`silver.${name}`) ? moved : "materialize: false, "}${rest} }\n`;
  const [project = ""] = written.split(/^---\n/m);
  const text = `${project}---
pipeline: p
sources: { a: { kind: kafka, connection: broker, topic: a, partitions: 1, format: json, columns: { id: string, at: timestamp, tags: array<string> } } }
bronze: { a: { from: sources.a } }
silver:
  parsed: { from: bronze.a, columns: { id: id, at: at, tags: tags, tag: id } }
${view("mine", "from: silver.parsed, where: id < 'm'")}${view("yours", "from: silver.parsed, where: id = 'm'")}${view("ours", "from: silver.parsed, where: id > 'm'")}${view("tagged", "from: silver.parsed, explode: { tag_of_it: tags }, columns: { id: id, at: at, tags: tags, tag: tag_of_it }")}${view("early", "from: bronze.a, expect: { has_at: { that: at is not null, else: drop } }, where: id < 'm'")}${view("late", "from: bronze.a, expect: { has_at: { that: at is not null, else: drop } }, where: id >= 'm'")}  all: { ${clauses} }
`;
  return compiled(text).diagnostics.filter(({ severity }) => severity === "error");
}

test.each<[string, string, readonly string[]]>([
  ["views over rows", "union: [silver.mine, silver.yours, silver.ours]", ["silver.yours", "silver.ours"]],
  ["a table and a view over it", "union: [silver.mine, silver.parsed]", ["silver.mine"]],
  ["a view that takes arrays apart", "union: [silver.tagged, silver.mine]", ["silver.tagged"]],
  ["views over events", "union: [silver.early, silver.late]", ["silver.early", "silver.late"]],
])(
  "what is said of %s, of which a union would read one twice, is accepted when it is followed",
  (_, clauses, views) => {
    const [found, ...more] = united(clauses);
    expect([found?.code, more]).toEqual(["model/read-twice", []]);
    expect(found?.message).toContain(
      `Leave out 'materialize: false' in ${views.map((view) => `'${view}'`).join(" and ")}.`,
    );
    expect(united(clauses, views)).toEqual([]);
  },
);

test("so it is where the union would parse the events itself", () => {
  const [views, watermark] = [
    "union: [silver.early, silver.late]",
    "watermark: { column: at, delay: 1 minute }, late_rows: drop",
  ];
  const found = united(`${views}, ${watermark}`);
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /in 'silver.early' and 'silver.late', and write 'watermark' and 'late_rows' there instead of here\.$/,
    ),
  ]);
  expect(united(views, ["silver.early", "silver.late"], `${watermark}, `)).toEqual([]);
});
