import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Merged } from "../../../targets/spark/apply-changes.fixture.js";
import { type Cell, csv, landed, randomOf } from "./files.js";
import { type Flow, openFlow } from "./flow.js";

const conditions = {
  where: "state <> 'hidden'",
  expect: { is_whole: ["state <> 'broken'", "quarantine"] },
  keys: ["id"],
} as const;
const store = { id: "bigint!", city: "string", note: "string", state: "string" };

/** Whole tables: as they are now, and as they were with one column that counts. */
const now = {
  ...conditions,
  name: "now",
  landed: store,
  sequenceBy: [],
  deletesAbsent: true,
} as const satisfies Merged;
const cities = { ...now, name: "cities", history: { tracked: ["city"] } } as const satisfies Merged;
/** Changes that come in any order. */
const prices = {
  ...{ ...conditions, name: "prices", landed: { id: "bigint!", note: "string", state: "string", at: "timestamp!" } },
  sequenceBy: ["at"],
  history: { tracked: undefined },
} as const satisfies Merged;
/** All columns count, and what is absent stays; taken at once only. */
const all = {
  ...{ name: "all", landed: store, where: conditions.where, keys: ["id"], sequenceBy: [] },
  history: { tracked: ["city", "note", "state"] },
} as const satisfies Merged;
const cut = [now, cities, prices];
const tables: readonly Merged[] = [...cut, all];

let flow: Flow;

beforeAll(async () => {
  flow = await openFlow(tables);
  for (const landing of [1, 2, 3, 4]) {
    const whole = snapshot(landing);
    for (const { name } of [now, cities, all]) flow.write(landed("one-by-one", name, landing), whole);
    flow.write(landed("one-by-one", "prices", landing), changes(landing));
  }
  cpSync(join(flow.folder, "one-by-one"), join(flow.folder, "at-once"), { recursive: true });
});

afterAll(() => flow?.close());

const states = ["open", "open", "open", "shut", "hidden", "broken", null];
const cells = [null, "", "a", "b"];

/** Each key is a story of its own: it comes and goes, changes or not, and is left out for a while; two rows of one are read now and then. */
function snapshot(landing: number): string {
  const random = randomOf(landing);
  const any = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  const readAt = `2026-01-0${landing}T00:00:00.1234560`;
  const rows = Array.from({ length: 250 }, (_, id): readonly Cell[] => [
    readAt,
    `${id % 240}`,
    any(cells) ?? null,
    any(cells) ?? null,
    any(states) ?? null,
  ]);
  return csv(
    ["_read_at", ...Object.keys(store)],
    rows.filter(() => random() < 0.7),
  );
}

/** Few times, so that rows come before, between and after those that are there, and at the same time as one. */
function changes(landing: number): string {
  const random = randomOf(landing + 10);
  const any = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
  const rows = Array.from({ length: 200 }, (): readonly Cell[] => {
    const at = `2026-02-0${1 + Math.floor(random() * 8)}T00:00:00.5`;
    return [`${Math.floor(random() * 60)}`, any(cells) ?? null, any(states) ?? null, at];
  });
  return csv(Object.keys(prices.landed), rows);
}

/** Runs a notebook that must end well. */
const run = async (...given: Parameters<Flow["run"]>) => expect(await flow.run(...given)).toBeUndefined();

const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row)).sort();
const columnsOf = ({ landed: own, history }: Merged) => [
  ...Object.keys(own),
  ...(history ? ["valid_from", "valid_to"] : []),
];

async function held(lake: string, of: readonly Merged[]) {
  const found = of.map(async (table) => {
    const rows = sorted(await flow.rows(lake, `silver.${table.name}`, ...columnsOf(table)));
    const quarantined = table.expect ? await flow.rows(lake, `silver.${table.name}_quarantine`, "_landing") : [];
    return [table.name, { rows, quarantined: quarantined.length }] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** The same, calculated from the files by Python alone. */
function calculated() {
  const how = tables.map(({ name, landed: own, keys, sequenceBy, history, deletesAbsent = false, expect: rules }) => {
    const types = Object.fromEntries(Object.entries(own).map(([column, type]) => [column, type.replace("!", "")]));
    const of = sequenceBy.length === 0 ? "snapshots" : "changes";
    return [
      name,
      {
        types,
        keys,
        of,
        tracked: history ? (history.tracked ?? []) : null,
        absent: deletesAbsent,
        strict: rules !== undefined,
      },
    ];
  });
  const folder = join(flow.folder, "one-by-one/bronze/shop");
  const given = ["test/spark/landings/expected_history.py", folder, JSON.stringify(Object.fromEntries(how))];
  const found: Record<string, { rows: readonly Record<string, unknown>[]; quarantined: number }> = JSON.parse(
    execFileSync(flow.python, given, { encoding: "utf8" }),
  );
  return Object.fromEntries(
    tables.map((table) => {
      const { rows = [], quarantined } = found[table.name] ?? {};
      const written = rows.map((row) => Object.fromEntries(columnsOf(table).map((name) => [name, row[name] ?? null])));
      return [table.name, { rows: sorted(written), quarantined }];
    }),
  );
}

/** Takes what has landed up to a landing, of each table. */
async function runAll(lake: string, of: readonly Merged[], landing: number, instead?: string): Promise<void> {
  for (const { name } of of) await run(`silver_${name}`, lake, { [name]: landing }, instead);
}

/** A new batch ends behind its record, as if it had been stopped there. */
const stopped = `
merge = merge_by

def merge_by(*given):
    if given[-1].earlier:
        merge(*given)
`;

const counts = async (lake: string) =>
  (await flow.rows(lake, "_ops.batches")).map(({ query, batch, counts: of }) => ({ query, batch, counts: Object(of) }));

it("landings give the tables of a plain calculation: one by one with a stop in between, or at once", async () => {
  for (const lake of ["one-by-one", "at-once"]) await run("tables", lake, {});
  await runAll("one-by-one", cut, 1);
  await runAll("one-by-one", cut, 2, stopped);
  await runAll("one-by-one", cut, 4);
  await runAll("at-once", tables, 4);
  const { all: whole, ...expected } = calculated();
  expect(await held("one-by-one", cut)).toEqual(expected);
  expect(await held("at-once", tables)).toEqual({ ...expected, all: whole });
});

it("what is read goes to one place; what was made of the table's own rows is told beside it", async () => {
  const records = [...(await counts("one-by-one")), ...(await counts("at-once"))];
  expect(records).toHaveLength(3 * 3 + 4);
  for (const { counts: of } of records) {
    const places = Object.entries(of).filter(
      ([name]) => !["read", "warned"].includes(name) && !name.startsWith("table."),
    );
    expect(places.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(of.read);
  }
  const last = (name: string) => records.filter(({ query }) => query === `shop/silver.${name}`).at(-1)?.counts;
  const rows = await flow.rows("at-once", "silver.now", "id");
  expect(last("now")).toMatchObject({ written: rows.length, "table.deleted": 0, "table.rows": rows.length });
  const ended = (await flow.rows("at-once", "silver.cities", "valid_to")).filter(({ valid_to }) => valid_to !== null);
  expect(last("cities")).toMatchObject({ "table.closed": ended.length });
});

it("nothing to take is no commit", async () => {
  const log = () => cut.map(({ name }) => readdirSync(join(flow.folder, "one-by-one/silver", name, "_delta_log")));
  const before = log();
  await runAll("one-by-one", cut, 4);
  expect(log()).toEqual(before);
});

it("a table that is emptied with its source is gone on with, and one whose rows are gone is not", async () => {
  const header = "_read_at,id,city,note,state\n";
  flow.write(landed("at-once", "now", 5), header);
  flow.write(landed("at-once", "now", 6), `${header}2026-01-06T00:00:00,2,a,b,open\n`);
  await run("silver_now", "at-once", { now: 5 });
  expect(await flow.rows("at-once", "silver.now")).toEqual([]);
  await run("silver_now", "at-once", { now: 6 });
  expect(await flow.rows("at-once", "silver.now", "id")).toEqual([{ id: 2 }]);
  const gone = `spark.sql(f"DELETE FROM delta.\`{parameter('lake')}/silver/now\`")`;
  expect(await flow.run("silver_now", "at-once", {}, gone)).toContain("its rows are gone");
});
