import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Merged } from "../../../targets/spark/apply-changes.fixture.js";
import { type Cell, csv, landed, randomOf } from "./files.js";
import { type Flow, openFlow } from "./flow.js";

/** Which of them is a delete is no column of the tables. */
const columns = { id: "bigint!", state: "string", revision: "int", at: "timestamp!" };
const changes = {
  landed: { ...columns, op: "string" },
  columns: Object.fromEntries(Object.keys(columns).map((name) => [name, name])),
  where: "state <> 'hidden'",
  keys: ["id"],
  deleteWhen: "op = 'd'",
} as const;
const users = { ...changes, name: "users", sequenceBy: ["at", "revision"] } as const satisfies Merged;
const prices = {
  ...{ ...changes, name: "prices", sequenceBy: ["at"] },
  history: { tracked: undefined },
} as const satisfies Merged;
const tables: readonly Merged[] = [users, prices];

let flow: Flow;

beforeAll(async () => {
  flow = await openFlow(tables);
  const alike = [1, 2, 3].map(changesAlike);
  const apart = changesApart();
  for (const { name } of tables) {
    for (const [at, rows] of alike.entries()) flow.write(landed("one-by-one", name, at + 1), written(rows));
    for (const [at, rows] of apart.entries()) flow.write(landed("forwards", name, at + 1), written(rows));
    for (const [at, rows] of apart.toReversed().entries()) flow.write(landed("backwards", name, at + 1), written(rows));
  }
  cpSync(join(flow.folder, "one-by-one"), join(flow.folder, "at-once"), { recursive: true });
});

afterAll(() => flow?.close());

const written = (rows: readonly (readonly Cell[])[]): string => csv(Object.keys(changes.landed), rows);

const states = ["open", "open", "shut", "hidden", null];
const operations = ["d", "d", "u", "i", null];

const anyOf =
  (random: () => number) =>
  <T>(of: readonly T[]): T | null =>
    of[Math.floor(random() * of.length)] ?? null;

/** Few keys and times, so that deletes and rows come before, between and after those that are there, and at the same time as some. */
function changesAlike(landing: number): readonly (readonly Cell[])[] {
  const random = randomOf(landing + 20);
  const any = anyOf(random);
  return Array.from({ length: 150 }, () => {
    const at = `2026-02-0${1 + Math.floor(random() * 6)}T00:00:00.5`;
    return [`${Math.floor(random() * 50)}`, any(states), any(["0", "1", null]), at, any(operations)];
  });
}

/** No two changes of one key have one time; in whatever order they land, the tables are the same. */
function changesApart(): readonly (readonly (readonly Cell[])[])[] {
  const random = randomOf(7);
  const any = anyOf(random);
  const landings: Cell[][][] = [[], [], []];
  for (let id = 0; id < 40; id += 1)
    for (let day = 1; day < 7; day += 1)
      landings[Math.floor(random() * 3)]?.push([
        ...[`${id}`, any(states), "0", `2026-02-0${day}T00:00:00`, any(operations)],
      ]);
  return landings;
}

/** Runs a notebook that must end well. */
const run = async (...given: Parameters<Flow["run"]>) => expect(await flow.run(...given)).toBeUndefined();

const both = async (lake: string, landing: number) => {
  for (const { name } of tables) await run(`silver_${name}`, lake, { [name]: landing });
};

const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row)).sort();

const kept = Object.keys(columns);

async function held(lake: string) {
  const rows = async (table: string, names: readonly string[]) => sorted(await flow.rows(lake, table, ...names));
  return {
    users: {
      rows: await rows("silver.users", kept),
      deleted: await rows("silver.users_deleted", ["id", "at", "revision"]),
    },
    prices: {
      rows: await rows("silver.prices", [...kept, "valid_from", "valid_to"]),
      deleted: await rows("silver.prices_deleted", ["id", "valid_from"]),
    },
  };
}

type Held = Readonly<Record<"users" | "prices", Readonly<Record<"rows" | "deleted", readonly unknown[]>>>>;

/** The same, calculated from the files of a lake by Python alone. */
function calculated(lake: string) {
  const types = Object.fromEntries(
    Object.entries(changes.landed).map(([column, type]) => [column, type.replace("!", "")]),
  );
  const how = tables.map(({ name, sequenceBy, history }) => [
    name,
    { types, sequence: sequenceBy, versions: history !== undefined },
  ]);
  const folder = join(flow.folder, lake, "bronze/shop");
  const given = ["test/spark/landings/expected_deletes.py", folder, JSON.stringify(Object.fromEntries(how))];
  const found: Held = JSON.parse(execFileSync(flow.python, given, { encoding: "utf8" }));
  const of = ({ rows, deleted }: Held["users"]) => ({ rows: sorted(rows), deleted: sorted(deleted) });
  return { users: of(found.users), prices: of(found.prices) };
}

/** A new batch is stopped before one of its two commits. */
const stopping = (before: "deleted" | "table") => `
merge = merge_by

def merge_by(*given, part="table"):
    if part == "${before}" and not given[-1].earlier:
        raise RuntimeError("stopped")
    merge(*given, part=part)
`;

it("changes give the tables of a plain calculation: one by one with stops before each commit, or at once", async () => {
  for (const lake of ["one-by-one", "at-once", "backwards"]) await run("tables", lake, {});
  for (const { name } of tables) {
    const stopped = async (landing: number, before: "deleted" | "table") =>
      expect(await flow.run(`silver_${name}`, "one-by-one", { [name]: landing }, stopping(before))).toContain(
        "stopped",
      );
    await run(`silver_${name}`, "one-by-one", { [name]: 1 });
    await stopped(2, "table");
    await stopped(3, "deleted");
  }
  await both("one-by-one", 3);
  await both("at-once", 3);
  const expected = calculated("one-by-one");
  for (const { rows, deleted } of Object.values(expected))
    for (const found of [rows, deleted]) expect(found.length).toBeGreaterThan(5);
  expect(await held("one-by-one")).toEqual(expected);
  expect(await held("at-once")).toEqual(expected);
});

it("in whatever order changes land, what was deleted stays so", async () => {
  for (const landing of [1, 3]) await both("backwards", landing);
  expect(await held("backwards")).toEqual(calculated("forwards"));
});

it("each change that was read goes to one place, a delete to one of its own", async () => {
  const records = (
    await Promise.all(["one-by-one", "at-once", "backwards"].map((lake) => flow.rows(lake, "_ops.batches")))
  )
    .flat()
    .map(({ query, counts }) => ({ query, counts: Object(counts) }));
  expect(records).toHaveLength(2 * (3 + 1 + 2));
  for (const { counts } of records) {
    const places = Object.entries(counts).filter(([name]) => !["read", "warned"].includes(name) && !name.includes("."));
    expect(places.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(counts.read);
  }
  const { users: expected } = calculated("at-once");
  const [first] = (await flow.rows("at-once", "_ops.batches")).filter(({ query }) => query === "shop/silver.users");
  expect(first?.["counts"]).toMatchObject({ written: expected.rows.length, deleted: expected.deleted.length });
  for (const { name } of tables) {
    const own = (await flow.rows("backwards", "_ops.batches")).filter(({ query }) => query === `shop/silver.${name}`);
    const last = own.find(({ batch }) => batch === own.length - 1);
    const rows = await flow.rows("backwards", `silver.${name}`, "id");
    const deleted = await flow.rows("backwards", `silver.${name}_deleted`, "id");
    expect(last?.["counts"]).toMatchObject({ "table.rows": rows.length, "deleted.rows": deleted.length });
  }
});

it("a table that deletes have emptied is gone on with", async () => {
  const all = Array.from({ length: 50 }, (_, id): readonly Cell[] => [
    `${id}`,
    "open",
    "0",
    "2026-03-01T00:00:00",
    "d",
  ]);
  flow.write(landed("at-once", "users", 4), written(all));
  const [early, later] = ["2026-02-28T00:00:00", "2026-03-02T00:00:00"];
  const rows: readonly Cell[][] = [
    ["1", "open", "0", early, "i"],
    ["2", "open", "0", later, "i"],
  ];
  flow.write(landed("at-once", "users", 5), written(rows));
  await run("silver_users", "at-once", { users: 4 });
  expect(await flow.rows("at-once", "silver.users")).toEqual([]);
  await run("silver_users", "at-once", { users: 5 });
  expect(await flow.rows("at-once", "silver.users", "id")).toEqual([{ id: 2 }]);
});

it("where the deletes that were kept are gone it does not go on: a late row would be taken for a new one", async () => {
  for (const { name } of tables) rmSync(join(flow.folder, `backwards/silver/${name}_deleted`), { recursive: true });
  await run("tables", "backwards", {});
  for (const { name } of tables)
    expect(await flow.run(`silver_${name}`, "backwards", { [name]: 3 })).toContain(
      "are gone, and rows that came late would be taken for new ones",
    );
});
