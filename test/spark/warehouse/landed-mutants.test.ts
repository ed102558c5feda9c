import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { landedEquivalents } from "./equivalents.js";
import { survivorsOf } from "./landed-survivors.js";
import { broken, fits, lakeWith, misfits, record } from "./landed-values.js";
import { mutantsOf, nameOf } from "./mutants.js";

const script = readFileSync("test/golden/sql-landed/expected/common/sql/ldw/views.sql", "utf8");
const whole = batchesOf(script).find((batch) => nameOf(batch) === "sales.landed_sales") ?? "";

/** The view with one of its columns and the landing alone: lines of others are taken out, but for the last cell's, by which records are known to be whole. */
const viewOf = (column: string): string =>
  whole
    .split("\n")
    .filter((line) => {
      const names =
        /^ {2}(?:\[r\]\..*|CASE.*|\[f\].*)AS \[(\w+)\],$|^ {2}\[(\w+)\] varchar.*,$/.exec(line)?.slice(1) ?? [];
      const of = names.find((name) => name !== undefined);
      return of === undefined || of === column;
    })
    .join("\n");

const columns = ["changed_at", "day", "gift", "id", "item", "price", "weight"] as const;

const folder = mkdtempSync(join(tmpdir(), "sluice-landed-mutants-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lake = (name: string, text: string): string => lakeWith(join(folder, name), script, text);
const ofBroken = Object.entries(broken).map(([name, text]) => lake(name, text));
/** By column: a lake with all that fits, and one for each thing that stops a query. */
const lakes = new Map(
  columns.map((column) => {
    const good = fits.filter(([of]) => of === column).map(([of, text]) => record({ [of]: text }));
    const bad = misfits
      .filter(([of]) => of === column)
      .map(([of, text], at) => lake(`${of}-${at}`, record({ [of]: text })));
    return [column, { fits: lake(column, [record(), ...good].join("")), stops: [...bad, ...ofBroken] }] as const;
  }),
);

const views = columns.map((column) => {
  const text = viewOf(column);
  return { text, mutants: mutantsOf(text), ...(lakes.get(column) ?? { fits: "", stops: [] }) };
});
let survivors: readonly string[] = [];

beforeAll(async () => {
  const found = await survivorsOf("sales", views);
  expect(found.originals.map((one) => one.kind === "rows" && one.rows.length > 2)).toEqual(columns.map(() => true));
  survivors = found.survivors;
});

it("a mutant of a view of CSV is refused, shows something else of what fits, or anything of what does not, or is known to mean the same", () => {
  expect(views.flatMap(({ mutants }) => mutants).length).toBeGreaterThan(1000);
  expect(survivors.filter((what) => !landedEquivalents.some(({ shape }) => shape.test(what)))).toEqual([]);
  expect(landedEquivalents.filter(({ shape }) => !survivors.some((what) => shape.test(what)))).toEqual([]);
});
