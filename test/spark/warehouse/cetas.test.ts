import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { compute, type NoRows, type Rows } from "../../../local/warehouse/compute.js";
import { parseView, viewsOf } from "../../../local/warehouse/parse.js";
import { type Procedure, proceduresOf } from "../../../local/warehouse/parse-procedure.js";
import { steppedProceduresOf } from "../../../local/warehouse/parse-steps.js";
import { Reader } from "../../../local/warehouse/reader.js";
import { execute, parseCreate, swappedViews } from "../../../local/warehouse/refresh.js";
import type { Select } from "../../../local/warehouse/syntax.js";
import { NotKnown } from "../../../local/warehouse/tokens.js";
import { translate } from "../../../local/warehouse/translate.js";
import { keptEquivalents } from "./equivalents.js";
import { mutantsOf } from "./mutants.js";
import { lakeWithSales } from "./sales.js";

const script = readFileSync("test/golden/sql-cetas/expected/common/sql/ldw/views.sql", "utf8");
const partitioned = readFileSync("test/golden/sql-cetas-partitions/expected/common/sql/ldw/views.sql", "utf8");
const procedures = proceduresOf(script);
const procedure = procedures.find(({ name }) => name === "refresh_gifts");
if (procedure === undefined) throw new Error("No procedure");
const text = batchesOf(script).find((batch) => batch.startsWith("CREATE OR ALTER PROCEDURE [reports].[refresh_gifts]"));
const call = (run: string, view = "gifts"): string => `EXEC [reports].[refresh_${view}] @run = '${run}';`;

/** Rows, rows that are joined to others, and groups. */
const views = ["gifts", "dear_gifts", "turnover"];

type Outcome = Rows | NoRows;

let lake: Awaited<ReturnType<typeof lakeWithSales>>;
const refreshing = () => ({
  procedures,
  stepped: [],
  sources: { lake: lake.folder },
  swappedFile: join(lake.folder, "warehouse.sql"),
});
const rowsOf = (selects: readonly Select[]): Promise<readonly Outcome[]> =>
  compute(
    lake.engine,
    selects.map((select) => ({ translated: translate(select, []), sources: { lake: lake.folder } })),
  );

beforeAll(async () => {
  lake = await lakeWithSales([]);
  for (const view of views) await execute(refreshing(), call("first-run", view), lake.engine);
});
afterAll(() => rmSync(lake.folder, { recursive: true, force: true }));

it("refreshes lead the views to files that hold what they show over the lake, in the same types", async () => {
  const swapped = await swappedViews(refreshing().swappedFile);
  expect(swapped.map(({ name }) => name)).toEqual(views);
  for (const { name, select } of swapped) {
    expect(select.from).toMatchObject({ format: "parquet", bulk: `warehouse/reports/${name}/first-run` });
    expect(select).toMatchObject({ joins: [], groupBy: [] });
  }
  const first = views.map((view) => viewsOf(script).find(({ name }) => name === view));
  const selects = [...first, ...swapped].flatMap((view) => view?.select ?? []);
  const shown = (await rowsOf(selects)).map(sorted);
  expect(shown.slice(views.length)).toEqual(shown.slice(0, views.length));
  expect(shown.filter((one) => one.kind === "rows" && one.rows.length > 3)).toHaveLength(2 * views.length);
});

/** Rows that are joined and groups have no order. */
const sorted = (outcome: Outcome): Outcome =>
  outcome.kind === "rows"
    ? {
        ...outcome,
        rows: outcome.rows
          .map((row) => JSON.stringify(row))
          .sort()
          .map((row) => JSON.parse(row)),
      }
    : outcome;

it("what is kept in a folder for each day shows what the table that Spark wrote shows", async () => {
  const swappedFile = join(lake.folder, "partitions.sql");
  const apart = { ...refreshing(), stepped: steppedProceduresOf(partitioned), swappedFile };
  await execute(apart, call("first-run", "turnover_by_day"), lake.engine);
  const swapped = await swappedViews(swappedFile);
  const first = swapped.map(({ name }) => viewsOf(partitioned).find((view) => view.name === name));
  const shown = (await rowsOf([...first, ...swapped].flatMap((view) => view?.select ?? []))).map(sorted);
  expect(shown.slice(1)).toEqual(shown.slice(0, 1));
  expect(shown.map((one) => one.kind === "rows" && one.rows.length > 5)).toEqual([true, true]);
});

it("a run has a folder of its own: it is not written twice, and the view stays where it was", async () => {
  await expect(execute(refreshing(), call("first-run"), lake.engine)).rejects.toThrow("files are never overwritten");
  await expect(execute(refreshing(), call("../../silver"), lake.engine)).rejects.toThrow("The name of a run has");
  await execute(refreshing(), call("second-run"), lake.engine);
  expect(readdirSync(join(lake.folder, "warehouse", "reports", "gifts")).sort()).toEqual(["first-run", "second-run"]);
  const swapped = await swappedViews(refreshing().swappedFile);
  expect(swapped.map(({ select }) => select.from)).toMatchObject([
    { bulk: "warehouse/reports/dear_gifts/first-run" },
    { bulk: "warehouse/reports/turnover/first-run" },
    { bulk: "warehouse/reports/gifts/second-run" },
  ]);
  expect(existsSync(join(lake.folder, "warehouse", "reports", "gifts", "second-run.new"))).toBe(false);
});

it("each mutant of the procedure, and of the statements that it makes, is refused, has other rows, or is known to mean the same", async () => {
  const whole = mutantsOf(text ?? "").map((mutant) => ({ ...mutant, part: "procedure" as const }));
  const made = (["create", "swap"] as const).flatMap((part) =>
    mutantsOf(procedure[part]("first-run")).map((mutant) => ({ ...mutant, part })),
  );
  const mutants = [...whole, ...made];
  const read = mutants.map(({ part, text: mutated }) => meaningOf(part, mutated));
  const answers = await rowsOf(read.flatMap((one) => (Array.isArray(one) ? one : [])));
  const originals = await rowsOf(statementsOf(procedure));
  const rest = [...answers];
  const survivors = mutants.filter(({ part }, at) => {
    const selects = read[at];
    if (!Array.isArray(selects)) return false;
    const wanted = part === "procedure" ? originals : part === "create" ? originals.slice(0, 1) : originals.slice(1);
    return JSON.stringify(selects.map(() => rest.shift())) === JSON.stringify(wanted);
  });
  expect(mutants.length).toBeGreaterThan(800);
  const unknown = survivors.filter(({ what }) => !keptEquivalents.some(({ shape }) => shape.test(what)));
  expect(unknown.map(({ what }) => what)).toEqual([]);
  expect(keptEquivalents.filter(({ shape }) => !survivors.some(({ what }) => shape.test(what)))).toEqual([]);
});

const statementsOf = (one: Procedure): readonly Select[] => [
  parseCreate(one.create("first-run")).select,
  parseView(new Reader(one.swap("first-run"))).select,
];

/** Undefined: it is refused, or is of something else. */
function meaningOf(part: "procedure" | "create" | "swap", mutated: string): Select[] | undefined {
  try {
    const selects =
      part === "create"
        ? [createdOf(mutated)]
        : part === "swap"
          ? [parseView(new Reader(mutated)).select]
          : [...proceduresOf(mutated).flatMap(wholeOf)];
    for (const select of selects) translate(select, []);
    return selects.length > 0 ? selects : undefined;
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}

function createdOf(statement: string): Select {
  const { folder, source, select } = parseCreate(statement);
  if (folder !== "warehouse/reports/gifts/first-run" || source !== "lake") throw new NotKnown("Another folder");
  return select;
}

function wholeOf(one: Procedure): readonly Select[] {
  if (one.schema !== "reports" || one.name !== "refresh_gifts") throw new NotKnown("Another procedure");
  return [createdOf(one.create("first-run")), parseView(new Reader(one.swap("first-run"))).select];
}
