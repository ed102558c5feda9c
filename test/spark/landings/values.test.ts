import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Merged } from "../../../targets/spark/apply-changes.fixture.js";
import { type Cell, csv, landed, randomOf } from "./files.js";
import { type Flow, openFlow } from "./flow.js";

/** Rows that have null for what was not changed; which of them is a delete is no column of the tables. */
const columns = { id: "bigint!", state: "string", score: "int", revision: "int!", at: "timestamp!" };
const changes = {
  landed: { ...columns, op: "string" },
  columns: {
    ...Object.fromEntries(Object.keys(columns).map((name) => [name, name])),
    held: "if(state is null, null, map('is', state))",
  },
  where: "coalesce(state, '') <> 'hidden'",
  keys: ["id"],
  sequenceBy: ["at", "revision"],
  ignoresNull: true,
} as const;
const users = { ...changes, name: "users", deleteWhen: "op = 'd'" } as const satisfies Merged;

const random = randomOf(11);
const any = <T>(of: readonly T[]): T | null => of[Math.floor(random() * of.length)] ?? null;
const states = ["open", "shut", "hidden", null, null];
const changed = (id: number, at: string, revision: number, operations: readonly (string | null)[]): readonly Cell[] => [
  ...[`${id}`, any(states), any(["1", "2", null, null]), `${revision}`, at, any(operations)],
];

/** How many keys have the same changes, each in an order of its own. */
const orders = 40;

/** 25 times the changes of one key, no two of them at one place, for many keys; each change of each lands at random. */
function apart(landings: readonly (readonly Cell[])[][]): void {
  for (let story = 0; story < 25; story += 1) {
    const told = Array.from({ length: 6 }, (_, day) =>
      changed(0, `2026-03-0${1 + day}T00:00:00`, day % 2, ["d", "u", "u", "u"]),
    );
    for (let order = 0; order < orders; order += 1)
      for (const [, ...cells] of told)
        landings[Math.floor(random() * 4)]?.push([`${story * orders + order}`, ...cells]);
  }
}

/** Few other keys and places in the order, so that some changes have the place of others. */
function alike(landings: readonly (readonly Cell[])[][]): void {
  for (const rows of landings)
    for (let row = 0; row < 120; row += 1)
      rows.push(
        changed(
          5000 + Math.floor(random() * 30),
          `2026-02-0${1 + Math.floor(random() * 5)}T00:00:00.5`,
          any([0, 1]) ?? 0,
          [...["d", "u", "u", null]],
        ),
      );
}

let flow: Flow;

beforeAll(async () => {
  flow = await openFlow([users]);
  const landings: (readonly Cell[])[][] = [[], [], [], []];
  for (const tell of [apart, alike]) tell(landings);
  for (const [at, rows] of landings.entries())
    flow.write(landed("lake", "users", at + 1), csv(Object.keys(changes.landed), rows));
  await run("tables", "lake", {});
});

afterAll(() => flow?.close());

/** Runs a notebook that must end well. */
const run = async (...given: Parameters<Flow["run"]>) => expect(await flow.run(...given)).toBeUndefined();

const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row)).sort();

/** The same, calculated from the files of a lake by Python alone. */
function calculated(): readonly string[] {
  const types = Object.entries(changes.landed).map(([column, type]) => [column, type.replace("!", "")]);
  const given = [Object.fromEntries(types), changes.sequenceBy].map((one) => JSON.stringify(one));
  const folder = join(flow.folder, "lake/bronze/shop/users");
  return sorted(
    JSON.parse(
      execFileSync(flow.python, ["test/spark/landings/expected_values.py", folder, ...given], { encoding: "utf8" }),
    ),
  );
}

/** A new batch is stopped before one of its two commits. */
const stopping = (before: "sequences" | "table") => `
merge = merge_by

def merge_by(*given, part="table"):
    if part == "${before}" and not given[-1].earlier:
        raise RuntimeError("stopped")
    merge(*given, part=part)
`;

it("changes that land in any order, with stops before each commit, give the table of a plain calculation", async () => {
  await run("silver_users", "lake", { users: 1 });
  for (const [landing, before] of [
    [2, "table"],
    [3, "sequences"],
  ] as const)
    expect(await flow.run("silver_users", "lake", { users: landing }, stopping(before))).toContain("stopped");
  await run("silver_users", "lake", { users: 4 });
  expect(sorted(await flow.rows("lake", "silver.users", ...Object.keys(columns)))).toEqual(calculated());
});

it("keys with the same changes have the same row, in whatever order those came", async () => {
  const rows = await flow.rows("lake", "silver.users");
  const stories = new Map<number, string[]>();
  for (const { id, held, ...row } of rows) {
    expect(held ?? null).toEqual(row["state"] === null ? null : { is: row["state"] });
    const story = Math.floor(Number(id) / orders);
    if (Number(id) < 5000) stories.set(story, [...(stories.get(story) ?? []), JSON.stringify(row)]);
  }
  expect(stories.size).toBeGreaterThan(10);
  for (const told of stories.values()) {
    expect(told).toHaveLength(orders);
    expect(new Set(told).size).toBe(1);
  }
});

it("each change that was read goes to one place, and rows are counted", async () => {
  const records = await flow.rows("lake", "_ops.batches");
  expect(records).toHaveLength(4);
  for (const { counts: found } of records) {
    const counts = Object(found);
    const places = Object.entries(counts).filter(([name]) => !["read", "warned"].includes(name) && !name.includes("."));
    expect(places.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(counts.read);
  }
  const last = records.find(({ batch }) => batch === 3)?.["counts"];
  const rows = await flow.rows("lake", "silver.users", "id");
  const kept = await flow.rows("lake", "silver.users_sequences", "id");
  expect(last).toMatchObject({ "table.rows": rows.length, "sequences.rows": kept.length });
});

it("where the sequences that were kept are gone it does not go on", async () => {
  const gone = `spark.sql(f"DELETE FROM delta.\`{parameter('lake')}/silver/users_sequences\`")`;
  expect(await flow.run("silver_users", "lake", { users: 4 }, gone)).toContain("the sequences that");
});
