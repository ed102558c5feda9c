import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PackagesEngine } from "../../../local/engines/engine.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { compute } from "../../../local/warehouse/compute.js";
import { steppedProceduresOf } from "../../../local/warehouse/parse-steps.js";
import { execute, swappedViews } from "../../../local/warehouse/refresh.js";
import { translate } from "../../../local/warehouse/translate.js";

const script = readFileSync("test/golden/sql-cetas-partitions/expected/common/sql/ldw/views.sql", "utf8");
const stepped = steppedProceduresOf(script);
const root = mkdtempSync(join(tmpdir(), "sluice-partitions-"));
const lake = join(root, "lake");

type Rows = readonly (readonly (string | boolean | null)[])[];
type Days = Readonly<Record<string, Rows>>;

let engine: PackagesEngine;
let first: Days;
let changed: Days;

const stored = (state: "first" | "changed", folder = lake): Days => {
  const program = fileURLToPath(new URL("partitions.py", import.meta.url));
  const env = { ...process.env, ...engine.env };
  const table = join(folder, "silver", "sales");
  return JSON.parse(execFileSync(engine.python, [program, table, state], { env, encoding: "utf8" }));
};

/** The days before 2026-03-02 are old. */
const refreshing = (folder: string, after: (statement: string) => void = () => {}, today = "2026-03-05") => ({
  procedures: [],
  stepped,
  sources: { lake: folder },
  swappedFile: join(folder, "warehouse.sql"),
  now: () => new Date(`${today}T23:59:59.999Z`),
  after,
});
const call = (run: string, rest = ""): string => `EXEC [reports].[refresh_sales_by_day] @run = '${run}'${rest};`;

/** Ends behind the statement with this number. */
async function killed(folder: string, run: string, statement: number): Promise<void> {
  let count = 0;
  const after = (): void => {
    count += 1;
    if (count === statement) throw new Error("killed");
  };
  await expect(execute(refreshing(folder, after), call(run), engine)).rejects.toThrow("killed");
}

async function shown(folder: string): Promise<Rows> {
  const views = await swappedViews(refreshing(folder).swappedFile);
  const computations = views.map(({ select }) => ({ translated: translate(select, []), sources: { lake: folder } }));
  const [answer] = await compute(engine, computations);
  if (answer?.kind !== "rows") throw new Error(JSON.stringify(answer));
  return sorted(answer.rows);
}

const sorted = (rows: Rows): Rows => rows.toSorted((a, b) => Number(a[0]) - Number(b[0]));
const rowsOf = (...days: readonly (Rows | undefined)[]): Rows => sorted(days.flatMap((rows) => rows ?? []));
const folders = (run: string, folder = lake): readonly string[] =>
  readdirSync(join(folder, "warehouse", "reports", "sales_by_day", run)).sort();

/** What the second refresh shows: an old day as it was, a new one though it is old, and none that has lost its rows. */
const partly = (): Rows => {
  const { "2026-01-31": _, ...rest } = changed;
  return rowsOf(first["2026-01-31"], first["2026-03-01"], ...Object.values(rest));
};

beforeAll(async () => {
  engine = await ensureDuckdb(await ensureSpark(console.log), console.log);
  first = stored("first");
  await execute(refreshing(lake), call("first-run"), engine);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("the first refresh writes a folder for each day, those without one too, and the view shows all of them", async () => {
  expect(folders("first-run")).toEqual([
    "day=2026-01-31",
    "day=2026-03-01",
    "day=2026-03-02",
    "day=2026-03-04",
    "day=null",
  ]);
  expect(await shown(lake)).toEqual(rowsOf(...Object.values(first)));
});

it("a refresh that is killed leaves all rows as they were, and the next one shows those of the last days and of new ones", async () => {
  changed = stored("changed");
  await killed(lake, "killed-run", 4); // 03-02, 03-04 and null are taken out of the catalogue, and one of them is written
  expect(await shown(lake)).toEqual(rowsOf(...Object.values(first)));
  await execute(refreshing(lake), call("second-run"), engine);
  expect(await shown(lake)).toEqual(partly());
  const written = [...folders("killed-run"), ...folders("second-run")].sort();
  expect(written).toEqual(
    [
      "day=2025-05-05",
      "day=2026-03-02",
      "day=2026-03-04",
      "day=2026-03-05",
      "day=null",
      ...folders("killed-run"),
    ].sort(),
  );
});

it("a day that is old stays as it was until all are written", async () => {
  await execute(refreshing(lake), call("whole-run", ", @all = 1"), engine);
  expect(await shown(lake)).toEqual(rowsOf(...Object.values(changed)));
});

it("old folders are told, and are all still there", async () => {
  const told = await execute(refreshing(lake), "EXEC [reports].[old_folders_of_sales_by_day]", engine);
  const old = ["first-run", "killed-run", "second-run"].flatMap((run) =>
    folders(run).map((day) => `warehouse/reports/sales_by_day/${run}/${day}/`),
  );
  expect(told).toEqual(old);
});

it("after more days without a run than are looked back to, what was written while its days were not over is written once more", async () => {
  const folder = join(root, "late");
  stored("first", folder);
  const run = (name: string, today: string) => execute(refreshing(folder, undefined, today), call(name), engine);
  await run("on-the-day", "2026-03-04");
  stored("changed", folder);
  await run("days-later", "2026-03-10"); // 2026-03-02 was looked back to until 2026-03-05, and 2026-03-04 until 2026-03-07
  expect(await shown(folder)).toEqual(rowsOf(first["2026-01-31"], ...Object.values({ ...changed, "2026-01-31": [] })));
  expect(folders("days-later", folder)).toEqual([
    "day=2025-05-05",
    "day=2026-03-02",
    "day=2026-03-04",
    "day=2026-03-05",
    "day=null",
  ]);
  await run("again", "2026-03-10");
  expect(folders("again", folder)).toEqual(["day=null"]);
});
