import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { NotKnown } from "../../../local/warehouse/tokens.js";
import { type Translated, translate } from "../../../local/warehouse/translate.js";
import { equivalents } from "./equivalents.js";
import { mutantsOf, nameOf } from "./mutants.js";
import { lakeWithSales } from "./sales.js";

const script = ["sql-views", "sql-selects"]
  .flatMap((golden) => batchesOf(readFileSync(`test/golden/${golden}/expected/common/sql/ldw/views.sql`, "utf8")))
  .map((batch) => batch.replace(/^--.*\n/gm, ""));
const schemas = script.filter((batch) => batch.startsWith("IF SCHEMA_ID")).join("\nGO\n");
/** An external table is its format, what drops it, and what makes it. */
const tables = script.filter((batch) => batch.includes("EXTERNAL")).join("\nGO\n");
const statements = [...script.filter((batch) => batch.startsWith("CREATE")), tables];
const mutants = statements.flatMap(mutantsOf);

type Outcome = Rows | NoRows;

let folder = "";
const originals = new Map<string, Outcome>();
let outcomes: readonly Outcome[] = [];

beforeAll(async () => {
  const lake = await lakeWithSales([]);
  folder = lake.folder;
  const answers = await outcomesOf([...statements, ...mutants.map(({ text }) => text)], lake);
  for (const [at, statement] of statements.entries()) originals.set(nameOf(statement), answers[at] ?? noAnswer);
  outcomes = answers.slice(statements.length);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("each statement has rows, and more than a thousand mutants", () => {
  expect([...originals].map(([view, { kind }]) => [view, kind])).toEqual([
    ["reports.buyers", "rows"],
    ["sales.sales", "rows"],
    ["reports.all_sales", "rows"],
    ["reports.by_item", "rows"],
    ["reports.by_month", "rows"],
    ["reports.dear_items", "rows"],
    ["reports.kinds", "rows"],
    ["reports.sales_with_items", "rows"],
    ["sales.facts", "rows"],
  ]);
  expect(mutants.length).toBeGreaterThan(1000);
});

it("a mutant is refused, shows other rows, columns or types, or is one of those that are known to mean the same", () => {
  const survivors = mutants.filter(({ view }, at) => same(outcomes[at] ?? noAnswer, originals.get(view) ?? noAnswer));
  expect(
    survivors.map(({ what }) => what).filter((what) => !equivalents.some(({ shape }) => shape.test(what))),
  ).toEqual([]);
  expect(equivalents.filter(({ shape }) => !survivors.some(({ what }) => shape.test(what)))).toEqual([]);
});

const noAnswer: NoRows = { kind: "refused", error: "no answer" };

const same = (a: Outcome, b: Outcome): boolean =>
  a.kind === "rows" &&
  b.kind === "rows" &&
  JSON.stringify(a.columns) === JSON.stringify(b.columns) &&
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = ({ rows }: Rows): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

async function outcomesOf(
  texts: readonly string[],
  { engine, folder: lake }: Awaited<ReturnType<typeof lakeWithSales>>,
): Promise<readonly Outcome[]> {
  const translated = texts.map(meaningOf);
  const answers = await compute(
    engine,
    translated.flatMap((one) => ("duck" in one ? [{ translated: one, sources: { lake } }] : [])),
  );
  const rest = [...answers];
  return translated.map((one) => ("duck" in one ? (rest.shift() ?? noAnswer) : one));
}

function meaningOf(text: string): Translated | NoRows {
  try {
    const [view] = viewsOf(`${schemas}\nGO\n${text}`);
    if (view === undefined || nameOf(text) !== `${view.schema}.${view.name}`)
      return { kind: "refused", error: "no view" };
    return translate(view.select, []);
  } catch (error) {
    if (error instanceof NotKnown) return { kind: "refused", error: error.message };
    throw error;
  }
}
