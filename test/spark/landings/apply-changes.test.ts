import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Merged } from "../../../targets/spark/apply-changes.fixture.js";
import { changesOf, landed } from "./files.js";
import { type Flow, openFlow } from "./flow.js";
import { misfits, parquets } from "./misfits.js";

/** A sequence of two columns that may be null. */
const users = {
  name: "users",
  landed: { user_id: "bigint!", name: "string", email: "string", revision: "int", updated_at: "timestamp" },
  where: "name <> 'robot'",
  expect: { has_email: ["email is not null", "quarantine"] },
  keys: ["user_id"],
  sequenceBy: ["revision", "updated_at"],
} as const satisfies Merged;

/** Every type, and two keys. */
const plans = {
  name: "plans",
  landed: {
    ...{ code: "string!", part: "int!", n: "bigint", at: "timestamp", flag: "boolean", x: "double" },
    ...{ price: "decimal(9,2)", rate: "decimal(4,4)", day: "date", text: "string" },
  },
  keys: ["code", "part"],
  sequenceBy: ["at"],
} as const satisfies Merged;

let flow: Flow;

beforeAll(async () => {
  flow = await openFlow([users, plans]);
  for (const landing of [1, 2, 3, 4]) {
    for (const table of [users, plans])
      flow.write(landed("one-by-one", table.name, landing), changesOf(table.landed, landing));
  }
  cpSync(join(flow.folder, "one-by-one"), join(flow.folder, "at-once"), { recursive: true });
});

afterAll(() => flow?.close());

/** Runs a notebook that must end well. */
const run = async (...given: Parameters<Flow["run"]>) => expect(await flow.run(...given)).toBeUndefined();

const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row)).sort();

async function tables(lake: string) {
  const rows = async (table: string, { landed: columns }: Merged) =>
    sorted(await flow.rows(lake, table, ...Object.keys(columns)));
  return {
    users: await rows("silver.users", users),
    quarantined: await rows("silver.users_quarantine", users),
    plans: await rows("silver.plans", plans),
  };
}

/** The same, calculated from the files by Python alone. */
function calculated() {
  const how = [users, plans].map(({ name, landed: columns, keys, sequenceBy: sequence }) => {
    const types = Object.entries(columns).map(([column, type]) => [column, type.replace("!", "")]);
    return [name, { types: Object.fromEntries(types), keys, sequence }];
  });
  const folder = join(flow.folder, "one-by-one/bronze/shop");
  const given = ["test/spark/landings/expected.py", folder, JSON.stringify(Object.fromEntries(how))];
  const { users: merged, plans: others } = JSON.parse(execFileSync(flow.python, given, { encoding: "utf8" }));
  return { users: sorted(merged.rows), quarantined: sorted(merged.quarantined), plans: sorted(others.rows) };
}

/** What a query's batches recorded, in order. */
async function batches(lake: string, table: string) {
  const rows = (await flow.rows(lake, "_ops.batches")).filter(({ query }) => query === `shop/silver.${table}`);
  return rows
    .sort((a, b) => Number(a["batch"]) - Number(b["batch"]))
    .map(({ counts, versions }) => ({ counts, versions }));
}

const commits = (table: string) =>
  readdirSync(join(flow.folder, "one-by-one", table, "_delta_log")).filter((name) => name.endsWith(".json")).length;

/** Stops a new batch behind its record, once this is done. */
const stopping = (instead: string) => `
merge = merge_latest

def merge_latest(*given):
    if given[-1].earlier:
        return merge(*given)
    ${instead}
    raise RuntimeError("stopped")
`;

it("landings give the table of a plain calculation: one by one with stops in between, or at once", async () => {
  await run("batch", "one-by-one", { users: 1 });
  expect(await flow.run("silver_users", "one-by-one", { users: 2 }, stopping("pass"))).toContain("stopped");
  await run("silver_users", "one-by-one", { users: 3 });
  expect(await flow.run("silver_users", "one-by-one", { users: 4 }, stopping("merge(*given)"))).toContain("stopped");
  await run("silver_users", "one-by-one", { users: 4 });
  await run("batch", "at-once", { users: 4, plans: 4 });
  const expected = calculated();
  expect(await tables("one-by-one")).toEqual({ ...expected, plans: [] });
  expect(await tables("at-once")).toEqual(expected);
  const of = (landing: number) => ({ versions: { "shop/bronze.users": landing } });
  expect(await batches("one-by-one", "users")).toMatchObject([of(1), of(2), of(3), of(4)]);
  const { users: rows, quarantined, plans: others } = expected;
  expect(await batches("at-once", "users")).toMatchObject([
    { ...of(4), counts: { read: 160, quarantined: quarantined.length, written: rows.length, stale: 0, unchanged: 0 } },
  ]);
  expect(await batches("at-once", "plans")).toMatchObject([
    { counts: { read: 160, superseded: 160 - others.length, written: others.length } },
  ]);
});

it("nothing to take is no batch, no record and no commit; nor is what was taken already, and fewer landings than that are refused", async () => {
  const before = [
    await batches("one-by-one", "users"),
    ...["silver/users", "silver/plans", "_ops/batches"].map(commits),
  ];
  await run("batch", "one-by-one", { users: 4 });
  expect(await flow.run("silver_users", "one-by-one", { users: 3 })).toMatch(
    /were put back to an earlier state.*by another `start` of the source's cursor; where it has none, by another name of the bronze table/,
  );
  expect([
    await batches("one-by-one", "users"),
    ...["silver/users", "silver/plans", "_ops/batches"].map(commits),
  ]).toEqual(before);
});

it("a table whose rows are gone is not gone on with, though all that it took was one batch", async () => {
  const gone = `spark.sql(f"DELETE FROM delta.\`{parameter('lake')}/silver/users\`")`;
  expect(await flow.run("silver_users", "at-once", {}, gone)).toContain("its rows are gone");
});

it("a cell that does not fit its column stops the batch with its file and row, and so does a file of other columns", async () => {
  for (const [name, { file }] of Object.entries(misfits))
    flow.write(`misfits/${name}/landing=0000000001/rows.csv`, file);
  for (const [name, { files }] of Object.entries(parquets)) {
    for (const [at, [types, ...records]] of files.entries())
      await flow.parquet(`misfits/${name}/landing=000000000${at + 1}/rows.parquet`, types, ...records);
  }
  await run("silver_plans", "misfits", {}, lookingAt(Object.keys(misfits)));
  const told = Object.fromEntries(
    flow.printed.flatMap((line) => (line.startsWith("misfits ") ? [JSON.parse(line.slice(8))] : [])),
  );
  const said = Object.entries({ ...misfits, ...parquets }).map(([name, { says }]) => [
    name,
    expect.stringContaining(says),
  ]);
  expect(told).toEqual(Object.fromEntries(said));
});

/** Reads files as notebooks do, and prints what each of them holds or is refused for. */
const lookingAt = (names: readonly string[]) => `
import os

COLUMNS = "id bigint NOT NULL, n int, price decimal(5,2), at timestamp, day date, flag boolean, x double, t string"

def told(name, form, columns):
    try:
        folder = f"{parameter('lake')}/{name}"
        with persisted(landed_rows(spark, Landed("", folder, form, columns), 1, len(os.listdir(folder)))) as rows:
            expect_fit(rows, name)
            return " / ".join(" ".join(str(cell) for cell in row[: len(row) - 4]) for row in rows.orderBy("_landing", "_at").collect())
    except Exception as error:
        return str(error)

for name in ${JSON.stringify(names)}:
    print("misfits", json.dumps([name, told(name, "csv", COLUMNS)]))

for name, columns in ${JSON.stringify(Object.entries(parquets).map(([name, { columns }]) => [name, columns]))}:
    print("misfits", json.dumps([name, told(name, "parquet", columns)]))
dbutils.notebook.exit("")
`;
