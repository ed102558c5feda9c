import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { NotKnown } from "../../../local/warehouse/tokens.js";
import { type Translated, translate } from "../../../local/warehouse/translate.js";
import { landedEquivalents } from "./equivalents.js";
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

const mutants = columns.flatMap((column) => mutantsOf(viewOf(column)).map((mutant) => ({ ...mutant, column })));
let survivors: readonly string[] = [];

beforeAll(async () => {
  const engine = await ensureDuckdb(await ensureSpark(() => {}), () => {});
  const ask = (asked: readonly (readonly [Translated, string])[]): Promise<readonly (Rows | NoRows)[]> =>
    compute(
      engine,
      asked.map(([translated, from]) => ({ translated, sources: { lake: from } })),
    );
  const of = (column: (typeof columns)[number]) => lakes.get(column) ?? { fits: "", stops: [] };
  const originals = await ask(columns.map((column) => [meaningOf(viewOf(column)) ?? unknown(), of(column).fits]));
  expect(originals.map((one) => one.kind === "rows" && one.rows.length > 2)).toEqual(columns.map(() => true));
  const known = mutants.flatMap((mutant) => {
    const translated = meaningOf(mutant.text);
    return translated ? [{ ...mutant, translated }] : [];
  });
  const answers = await ask(known.map(({ translated, column }) => [translated, of(column).fits]));
  const alike = known.filter(
    ({ column }, at) => JSON.stringify(answers[at]) === JSON.stringify(originals[columns.indexOf(column)]),
  );
  const asked = alike.flatMap(({ translated, column }) => of(column).stops.map((from) => [translated, from] as const));
  const stops = [...(await ask(asked))];
  survivors = alike.flatMap(({ what, column }) =>
    stops.splice(0, of(column).stops.length).every(({ kind }) => kind === "refused") ? [what] : [],
  );
});

it("a mutant of a view of CSV is refused, shows something else of what fits, or anything of what does not, or is known to mean the same", () => {
  expect(mutants.length).toBeGreaterThan(1000);
  expect(survivors.filter((what) => !landedEquivalents.some(({ shape }) => shape.test(what)))).toEqual([]);
  expect(landedEquivalents.filter(({ shape }) => !survivors.some((what) => shape.test(what)))).toEqual([]);
});

function unknown(): never {
  throw new Error("The view is not known.");
}

/** Undefined: it is refused, or is another view. */
function meaningOf(text: string): Translated | undefined {
  try {
    const [view] = viewsOf(`IF SCHEMA_ID(N'sales') IS NULL EXEC(N'CREATE SCHEMA [sales]');\nGO\n${text}`);
    return view && translate(view.select, []);
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}
