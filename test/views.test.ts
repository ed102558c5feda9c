import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../compiler/compile.js";
import { targets } from "../targets/index.js";
import { memoryHost } from "./golden.js";

const written = readFileSync("test/golden/spark-views/input.yaml", "utf8");

function compiled(text: string, lock?: string) {
  const [project = "", ...pipelines] = text.split(/^---\n/m);
  const files = { "sluice.yaml": project, "pipelines/all.yaml": pipelines.join("---\n") };
  return compile(memoryHost(lock === undefined ? files : { ...files, "sluice.lock": lock }), targets, { print: false });
}

/** What a change of the YAML makes begin anew, and because of which clauses. */
function changed(from: string, to: string): Readonly<Record<string, readonly string[]>> {
  expect(written).toContain(from);
  const { lock, diagnostics } = compiled(written.replaceAll(from, to), compiled(written).lock?.text);
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
  ["filter", "shop <> 'TEST'", "shop <> 'test'", { "shop/silver.lines": ["silver.real.where"], ...below }],
  [
    "drop",
    "that: id is not null",
    "that: id is not null and length(id) < 99",
    { "shop/silver.lines": ["silver.real.expect.named"], ...below },
  ],
  [
    "column that decides",
    "upper(shop)",
    "lower(shop)",
    { "shop/silver.lines": ["silver.real.columns.shop"], ...below },
  ],
  [
    "array",
    "explode: { line: lines }, columns",
    "explode: { line: array_distinct(lines) }, columns",
    { "shop/silver.sold": ["silver.elements.explode.line"], "shop/silver.together": [] },
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

test("a view's name is a fact where it has part in the order of inputs", () => {
  expect(changed("dear", "xdear")).toEqual({
    "shop/silver.together": ["silver.dear.from", "silver.known.from", "silver.xdear.from"],
  });
});
