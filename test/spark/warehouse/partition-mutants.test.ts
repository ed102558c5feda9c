import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { batchesOf } from "../../../compiler/emit/batches.js";
import { parseView } from "../../../local/warehouse/parse.js";
import { parseSteps } from "../../../local/warehouse/parse-steps.js";
import { Reader } from "../../../local/warehouse/reader.js";
import { parseCreate } from "../../../local/warehouse/refresh.js";
import { type Pool, runSteps, StatementError } from "../../../local/warehouse/run-steps.js";
import type { CatalogueTable } from "../../../local/warehouse/step-pool.js";
import { NotKnown } from "../../../local/warehouse/tokens.js";
import { dropEquivalents, partitionEquivalents } from "./equivalents.js";
import { mutantsOf } from "./mutants.js";

const script = readFileSync("test/golden/sql-cetas-partitions/expected/common/sql/ldw/views.sql", "utf8");
const batchOf = (name: string): string =>
  batchesOf(script).find((batch) => batch.startsWith(`CREATE OR ALTER PROCEDURE [reports].[${name}]`)) ?? "";
const text = batchOf("refresh_sales_by_day");
const today = /N'(sales_by_day:\w+=)'/.exec(text)?.[1] ?? "";

const now = "2026-03-05T23:59:59.999Z";

/** A database in memory: what stands in its catalogue, and what was done to it. */
interface World {
  tables: CatalogueTable[];
  view: string;
  readonly done: string[];
}

interface Moment {
  /** The days of the lake's rows. */
  readonly days: readonly (string | null)[] | "unreadable";
  readonly given?: Readonly<Record<string, string | bigint>>;
  /** By default the day of `now`. */
  readonly at?: string;
  /** What the pool refuses. */
  readonly refused?: RegExp;
  readonly killedBehind?: number;
}

const table = (name: string, location: string, schema = "reports", created = now): CatalogueTable => ({
  ...{ schema, name, location, created },
});
const emptied = (): World => ({ tables: [], view: "", done: [] });

function poolOf(world: World, { days, refused, killedBehind, at = now }: Moment): Pool {
  let count = 0;
  const checked = (statement: string): void => {
    if (refused?.test(statement)) throw new StatementError("refused");
  };
  return {
    now: () => new Date(at),
    after: () => {
      count += 1;
      if (count === killedBehind) throw new Error("killed");
    },
    tables: () => world.tables,
    rows: async (select) => {
      if (days === "unreadable") throw new StatementError("unreadable");
      world.done.push(JSON.stringify(select));
      const name = select.columns?.[0]?.name ?? "";
      return { kind: "rows", columns: [{ name, type: "date" }], rows: days.map((day) => [day]) };
    },
    create: async (statement) => {
      checked(statement);
      const made = parseCreate(statement);
      world.done.push(JSON.stringify(made));
      world.tables = [...world.tables, table(made.table, `${made.folder}/`, made.schema, at)];
    },
    drop: async (schema, name) => {
      checked(name);
      world.done.push(`drop ${schema} ${name}`);
      world.tables = world.tables.filter((one) => one.schema !== schema || one.name !== name);
    },
    lead: async (statement) => {
      world.view = JSON.stringify(parseView(new Reader(statement)));
      world.done.push(world.view);
    },
    definition: () => world.view,
    folders: () => [],
  };
}

/** What a procedure tells its caller; undefined: it was killed. */
async function call(batch: string, world: World, moment: Moment): Promise<string | undefined> {
  const procedure = parseSteps(new Reader(batch));
  try {
    await runSteps(procedure, { "@run": "run-1", ...moment.given }, poolOf(world, moment));
    return "done";
  } catch (error) {
    if (error instanceof NotKnown) throw error;
    const said = error instanceof Error ? error.message : "";
    return said === "killed" ? undefined : said;
  }
}

const before = ["2026-01-31", null, "2026-03-01", "2026-03-02", "2026-03-04"];
const after = ["2026-01-31", null, "2026-03-02", "2026-03-04", "2026-03-05", "2025-05-05"];
const beside = [
  table("sales_by_day:0123456789ab=2026-01-30", "warehouse/reports/sales_by_day/old/day=2026-01-30/"),
  table("sales_by_day:ffffffffffff=2026-01-30", "warehouse/reports/sales_by_day/older/day=2026-01-30/"),
  table("sales_by_day_:0123456789ab=2026-03-04", "warehouse/reports/sales_by_day_/old/day=2026-03-04/"),
  table(`${today}2026-03-04`, "warehouse/others/sales_by_day/old/day=2026-03-04/", "others"),
  table("sales", "silver/sales"),
];
const many = Array.from({ length: 1001 }, (_, at) => `${3000 + at}-01-01`);

/** One call behind another in one database. */
const courses: readonly (readonly Moment[])[] = [
  [{ days: before }, { days: after, given: { "@run": "run-2" } }],
  [{ days: before }, { days: after, given: { "@run": "run-2", "@all": 1n } }],
  [{ days: before }, { days: after, refused: /2026-03-05/ }, { days: after, given: { "@run": "a".repeat(36) } }],
  [{ days: before }, { days: after, refused: /2026-03-02/ }],
  [{ days: before }, { days: "unreadable" }, { days: [] }],
  [{ days: [] }, { days: ["2026-03-04"] }, { days: ["2026-03-04", "2026-03-05"], given: { "@run": "" } }],
  [
    { days: before, at: "2026-03-05T00:29:59.000Z" },
    { days: after, given: { "@run": "run-2" }, at: "2026-03-20T00:00:00.000Z" },
  ],
  [
    { days: before, at: "2026-03-05T00:30:00.000Z" },
    { days: after, given: { "@run": "run-2" }, at: "2026-03-20T00:00:00.000Z" },
  ],
  [{ days: many }],
  ["a/b", "a'b", "ab?", "Az09-", "a".repeat(37)].map((run) => ({ days: before, given: { "@run": run } })),
];

/** So many folders are written, which takes its time: it tells mutants of the limit apart, and no others. */
const most: readonly (readonly Moment[])[] = [[{ days: many.slice(1) }]];

async function outcome(batch: string, course: readonly Moment[]): Promise<string> {
  const world = { ...emptied(), tables: [...beside] };
  const told: unknown[] = [];
  for (const moment of course) told.push(await call(batch, world, moment));
  return JSON.stringify([told, world.tables, world.view, world.done]);
}

const outcomes = (which: readonly (readonly Moment[])[]): Promise<readonly string[]> =>
  Promise.all(which.map((course) => outcome(text, course)));

/** Whether it does the same, and is not refused. */
async function isSame(
  mutated: string,
  which: readonly (readonly Moment[])[],
  wanted: readonly string[],
): Promise<boolean> {
  try {
    for (const [at, course] of which.entries()) if ((await outcome(mutated, course)) !== wanted[at]) return false;
    return true;
  } catch (error) {
    if (error instanceof NotKnown) return false;
    throw error;
  }
}

it("each mutant of the procedure is refused, does something else, or is known to mean the same", async () => {
  const [original, ofMost] = [await outcomes(courses), await outcomes(most)];
  const survivors: string[] = [];
  const mutants = mutantsOf(text);
  for (const { what, text: mutated } of mutants) {
    if (!(await isSame(mutated, courses, original))) continue;
    if (!/20000/.test(what) || (await isSame(mutated, most, ofMost))) survivors.push(what);
  }
  expect(mutants.length).toBeGreaterThan(700);
  expect(survivors.filter((what) => !partitionEquivalents.some(({ shape }) => shape.test(what)))).toEqual([]);
  expect(partitionEquivalents.filter(({ shape }) => !survivors.some((what) => shape.test(what)))).toEqual([]);
});

it("killed behind any statement the view stays as it was, and the next run leads it to what one without a kill has", async () => {
  const world = emptied();
  await call(text, world, { days: before });
  const whole = { ...world, done: [] };
  const undisturbed = { ...whole };
  await call(text, undisturbed, { days: after, given: { "@run": "run-2" } });
  let statement = 1;
  for (; ; statement += 1) {
    const one: World = { ...whole, done: [] };
    const told = await call(text, one, { days: after, given: { "@run": "killed" }, killedBehind: statement });
    if (told !== undefined) break;
    const isLast = one.done.at(-1) === one.view && one.view !== whole.view;
    if (!isLast) expect(one.view).toBe(whole.view);
    await call(text, one, { days: after, given: { "@run": "run-2" } });
    const byRun = (view: string): readonly string[] =>
      (view.match(/warehouse[^"]+/g) ?? []).map((folder) => folder.replace("/killed/", "/run-2/")).sort();
    expect(byRun(one.view)).toEqual(byRun(undisturbed.view));
    expect(byRun(one.view)).toHaveLength(after.length + 1); // 2026-03-01 is old, and stays
  }
  expect(statement).toBe(10); // three are dropped, five written, and the view is led
});

/** As a procedure of nothing else, by which the statements of a batch are carried out. */
const asProcedure = (batch: string): string => `CREATE OR ALTER PROCEDURE [reports].[drops] AS\nBEGIN\n${batch}\nEND;`;
const drops = batchesOf(script).find((batch) => batch.startsWith("DECLARE @drops")) ?? "";

/** What is left of tables; undefined: nothing is known of it. */
async function leftBy(batch: string, tables: readonly CatalogueTable[]): Promise<string | undefined> {
  const world = { ...emptied(), tables: [...tables] };
  try {
    await runSteps(parseSteps(new Reader(asProcedure(batch))), {}, poolOf(world, { days: [] }));
    return JSON.stringify([world.tables.map(({ schema, name }) => `${schema}.${name}`), world.done]);
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    return error instanceof Error ? error.message : "";
  }
}

const stays = [
  ...beside,
  table(`${today}2026-03-04`, "warehouse/reports/sales_by_day/old/day=2026-03-04/"),
  table("sales_by_store:0123456789ab=7", "warehouse/reports/sales_by_store/old/store=7/"),
  table("turnover_by_day:0123456789ab=null", "warehouse/reports/turnover_by_day/old/day=null/"),
  table("gone:0123456789ab=2026-01-31", "warehouse/others/gone/old/day=2026-01-31/"),
  table("gone:0123456789ab=2026-01-30", "warehouse/reports/gone/old/day=2026-01-30/", "others"),
  table("gone_run-1", "warehouse/reports/gone/run-1/"),
  table("gone:012345678=9", "warehouse/reports/gone/run-1/"),
  table("gone:0123456789ax=1", "warehouse/reports/gone/run-1/"),
  table("gone:0123456789ab", "warehouse/reports/gone/run-1/"),
  table("gone-0123456789ab=1", "warehouse/reports/gone/run-1/"),
].filter(({ name }) => !name.startsWith("sales_by_day_:"));
const goes = [
  table("gone:0123456789ab=2026-01-30", "warehouse/reports/gone/old/day=2026-01-30/"),
  table("gone:0123456789ab=null", "warehouse/reports/gone/old/day=null/"),
  table("sales_by_day_:0123456789ab=2026-03-04", "warehouse/reports/sales_by_day_/old/day=2026-03-04/"),
  table("sales_by_da:cdef0123456a=7", "warehouse/reports/sales_by_da/old/day=7/"),
  table("x[y]:0123456789ab=1", "warehouse/reports/x/"),
];

it("the tables of what is no longer kept by partitions are taken out of the catalogue, and no others", async () => {
  const left = await leftBy(drops, [...goes, ...stays]);
  expect(JSON.parse(left ?? "[]")[0]).toEqual(stays.map(({ schema, name }) => `${schema}.${name}`));
  expect(JSON.parse((await leftBy(drops, stays)) ?? "[]")[1]).toEqual([]);
});

it("each mutant of what takes them out is refused, leaves others, or is known to mean the same", async () => {
  const worlds = [[...goes, ...stays], stays, ...stays.map((one) => [one]), ...goes.map((one) => [one])];
  const wanted = await Promise.all(worlds.map((tables) => leftBy(drops, tables)));
  const survivors: string[] = [];
  const mutants = mutantsOf(drops);
  for (const { what, text: mutated } of mutants) {
    const found = await Promise.all(worlds.map((tables) => leftBy(mutated, tables)));
    if (found.every((one, at) => one !== undefined && one === wanted[at])) survivors.push(what);
  }
  expect(mutants.length).toBeGreaterThan(80);
  expect(survivors.filter((what) => !dropEquivalents.some(({ shape }) => shape.test(what)))).toEqual([]);
  expect(dropEquivalents.filter(({ shape }) => !survivors.some((what) => shape.test(what)))).toEqual([]);
});
