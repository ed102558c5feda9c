import { readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { isDrops } from "../../../local/warehouse/parse-procedure.js";
import { NotKnown } from "../../../local/warehouse/tokens.js";
import { type Translated, translate } from "../../../local/warehouse/translate.js";
import { equivalents } from "./equivalents.js";
import { mutantsOf, nameOf } from "./mutants.js";
import { lakeWithSales } from "./sales.js";

const script = ["sql-views", "sql-selects", "sql-masks"]
  .flatMap((golden) => batchesOf(readFileSync(`test/golden/${golden}/expected/common/sql/ldw/views.sql`, "utf8")))
  .map((batch) => batch.replace(/^--.*\n/gm, ""));
const schemas = script.filter((batch) => batch.startsWith("IF SCHEMA_ID")).join("\nGO\n");
/** An external table is its format, what drops it, and what makes it. What drops tables of partitions has its mutants in `partition-mutants.test.ts`. */
const tables = script.filter((batch) => batch.includes("EXTERNAL") && !isDrops(batch)).join("\nGO\n");
const statements = [...script.filter((batch) => batch.startsWith("CREATE")), tables];
const mutants = statements.flatMap((statement) => mutantsOf(statement).map((mutant) => ({ ...mutant, statement })));

/** Members of which roles ask, where a statement has any: what each of them sees is held against what each sees of another statement. */
const memberships = [["store_clerks"], ["auditors"], ["support"], []];

type Outcome = Rows | NoRows;

const askersOf = (statement: string) => (statement.includes("IS_ROLEMEMBER") ? memberships : [[]]);

/** A text, and who asks what it is in place of. */
interface Case {
  readonly view: string;
  readonly text: string;
  readonly members: readonly string[];
}

let folder = "";
const originals = new Map<string, Outcome>();
/** Mutants that nobody tells from the statement that they were made of. */
let survivors: readonly string[] = [];

beforeAll(async () => {
  const lake = await lakeWithSales([]);
  folder = lake.folder;
  const asked = statements.flatMap((text) => askersOf(text).map((members) => ({ view: nameOf(text), text, members })));
  for (const [at, outcome] of (await outcomesOf(asked, lake)).entries()) {
    const { view, members } = asked[at] ?? { view: "", members: [] };
    originals.set([view, ...members].join(" "), outcome);
  }
  let left = mutants;
  for (const at of memberships.keys()) {
    const cases = left.flatMap(({ statement, ...mutant }) => {
      const members = askersOf(statement)[at];
      return members === undefined ? [] : [{ ...mutant, members }];
    });
    const outcomes = await outcomesOf(cases, lake);
    const told = cases.filter(
      ({ view, members }, index) => !same(outcomes[index] ?? noAnswer, originals.get([view, ...members].join(" "))),
    );
    const texts = new Set(told.map(({ text }) => text));
    left = left.filter(({ text }) => !texts.has(text));
  }
  survivors = left.map(({ what }) => what);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("each statement has rows, and more than a thousand mutants", () => {
  expect([...originals].map(([view, { kind }]) => [view, kind])).toEqual(
    [
      ...["reports.buyers", "sales.sales", "reports.all_sales", "reports.by_item", "reports.by_month"],
      ...["reports.dear_items", "reports.kinds", "reports.sales_with_items"],
      ...["reports.labels", "reports.masked", "reports.own"].flatMap((view) => [
        ...[`${view} store_clerks`, `${view} auditors`, `${view} support`, view],
      ]),
      "sales.facts",
    ].map((view) => [view, "rows"]),
  );
  expect(mutants.length).toBeGreaterThan(1000);
});

it("a mutant is refused, shows other rows, columns or types, or is one of those that are known to mean the same", () => {
  expect(survivors.filter((what) => !equivalents.some(({ shape }) => shape.test(what)))).toEqual([]);
  expect(equivalents.filter(({ shape }) => !survivors.some((what) => shape.test(what)))).toEqual([]);
});

const noAnswer: NoRows = { kind: "refused", error: "no answer" };

const same = (a: Outcome, b: Outcome | undefined): boolean =>
  a.kind === "rows" &&
  b?.kind === "rows" &&
  JSON.stringify(a.columns) === JSON.stringify(b.columns) &&
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = ({ rows }: Rows): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

async function outcomesOf(
  cases: readonly Case[],
  { engine, folder: lake }: Awaited<ReturnType<typeof lakeWithSales>>,
): Promise<readonly Outcome[]> {
  const translated = cases.map(meaningOf);
  const answers = await compute(
    engine,
    translated.flatMap((one) => ("duck" in one ? [{ translated: one, sources: { lake } }] : [])),
  );
  const rest = [...answers];
  return translated.map((one) => ("duck" in one ? (rest.shift() ?? noAnswer) : one));
}

function meaningOf({ text, members }: Case): Translated | NoRows {
  try {
    const [view] = viewsOf(`${schemas}\nGO\n${text}`);
    if (view === undefined || nameOf(text) !== `${view.schema}.${view.name}`)
      return { kind: "refused", error: "no view" };
    return translate(view.select, [], new Map(memberships.flat().map((role) => [role, members.includes(role)])));
  } catch (error) {
    if (error instanceof NotKnown) return { kind: "refused", error: error.message };
    throw error;
  }
}
