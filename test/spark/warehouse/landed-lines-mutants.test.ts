import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { linesEquivalents } from "./equivalents.js";
import { survivorsOf } from "./landed-survivors.js";
import { broken, fits, lakeOfLines, lineOf, misfits, passed } from "./lines-values.js";
import { mutantsOf, nameOf } from "./mutants.js";

const script = readFileSync("test/golden/sql-landed-lines/expected/common/sql/ldw/views.sql", "utf8");
const whole = batchesOf(script).find((batch) => nameOf(batch) === "visits.landed_visits") ?? "";

/** What a cell is cast by is held against mutants as CSV: of that the columns are left that differ by what lines are. */
const columns = ["guest", "spent"] as const;

/** The view with these columns and the landing alone. */
const view = whole
  .split("\n")
  .filter((line) => {
    const of =
      /^ {2}(?:\[r\]\..*|CASE.*|\[v\].*)AS \[(\w+)\],$|^ {4}MAX\(.*AS \[(\w+)\],$|^ {6}WHEN \[o\]\.\[key\] = N'(\w+)'/
        .exec(line)
        ?.slice(1)
        .find((name) => name !== undefined);
    return of === undefined || columns.some((one) => one === of);
  })
  .join("\n")
  .replace(/IN \(N'.*\)$/m, `IN (${columns.map((one) => `N'${one}.'`).join(", ")})`);
/** What casts of cells are made of is none of what is changed here. */
const cells = /^ {2}CASE WHEN \[v\].*$/gm;

const folder = mkdtempSync(join(tmpdir(), "sluice-lines-mutants-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const isTold = ([column]: readonly [string, ...unknown[]]): boolean => columns.some((one) => one === column);
const lakeOf = (name: string, ...texts: readonly string[]): string => lakeOfLines(join(folder, name), script, ...texts);
const good = lakeOf("fits", passed, ...fits.filter(isTold).map(([column, text]) => lineOf({ [column]: text })));
const stops = [
  ...misfits
    .filter(
      ([column, text]) => (isTold([column]) && ["1", '["a"]', "true", '"1,50"'].includes(text)) || text.length > 8000,
    )
    .map(([column, text], at) => lakeOf(`misfit-${at}`, lineOf({ [column]: text }))),
  ...(["cut", "array", "word", "twice"] as const).map((name) => lakeOf(name, broken[name] ?? "")),
];

const places = [...view.matchAll(cells)].map((one) => [one.index, one.index + one[0].length] as const);
const mutants = mutantsOf(view).filter(({ text }) => {
  const at = [...view].findIndex((letter, place) => letter !== text[place]);
  return !places.some(([start, end]) => at >= start && at < end);
});
let survivors: readonly string[] = [];

beforeAll(async () => {
  const found = await survivorsOf("visits", [{ text: view, mutants, fits: good, stops }]);
  const [original] = found.originals;
  expect(original?.kind === "rows" && original.rows.length).toBeGreaterThan(10);
  survivors = found.survivors;
});

it("a mutant of a view of lines is refused, shows something else of what fits, or anything of what does not, or is known to mean the same", () => {
  expect(mutants.length).toBeGreaterThan(400);
  expect(survivors.filter((what) => !linesEquivalents.some(({ shape }) => shape.test(what)))).toEqual([]);
  expect(linesEquivalents.filter(({ shape }) => !survivors.some((what) => shape.test(what)))).toEqual([]);
});
