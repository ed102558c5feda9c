import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Session } from "../../../local/drain.js";
import { type RunResult, runJob } from "../../../local/run.js";
import { compileInto, expectedPizzaStore, pizzaStoreDir, type Rows } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-pizza-"));
const request = { artifactsDir: join(folder, "artifacts"), projectDir: pizzaStoreDir, stateDir: join(folder, "state") };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expected = expectedPizzaStore();
const tables: Record<string, Rows> = {};
let result: RunResult;

beforeAll(async () => {
  compileInto(request.artifactsDir, diskHost(pizzaStoreDir));
  result = await runJob(request, async ({ runner, places }: Session) => {
    const lake = join(places.state, "lake");
    for (const [table, rows] of Object.entries(expected)) {
      const found = await runner.rows(join(lake, "silver", table), Object.keys(rows[0] ?? {}));
      tables[table] = found.toSorted((a, b) => Number(Object.values(a)[0]) - Number(Object.values(b)[0]));
    }
    const waves = wavesOf(join(lake, "bronze/stores"));
    const inWaves = (tables["stores"] ?? []).map((row) => ({
      ...row,
      valid_from: waves.get(String(row["valid_from"])),
      valid_to: row["valid_to"] === null ? null : waves.get(String(row["valid_to"])),
    }));
    tables["stores"] = inWaves.toSorted(
      (a, b) => Number(Object(a).store_id) - Number(Object(b).store_id) || Number(a.valid_from) - Number(b.valid_from),
    );
  });
});

/** The number of each landing of the stores, by the time at which it was read, as a lake's table has it. */
function wavesOf(path: string): ReadonlyMap<string, number> {
  const [identity = ""] = readdirSync(path);
  const landings = readdirSync(join(path, identity)).toSorted();
  return new Map(
    landings.map((landing, at) => {
      const [header = "", row = ""] = readFileSync(join(path, identity, landing, "rows.csv"), "utf8")
        .replaceAll('"', "")
        .split("\n");
      const readAt = row.split(",")[header.replace("\ufeff", "").split(",").indexOf("_read_at")] ?? "";
      const [seconds = "", digits = ""] = readAt.split(".");
      const six = digits.slice(0, 6);
      return [six === "000000" ? `${seconds}Z` : `${seconds}.${six}Z`, at + 1];
    }),
  );
}

it("three waves of sales and stores give the tables of a plain calculation", () => {
  expect(result).toMatchObject({ kind: "done", job: "stores_master", waves: 3 });
  expect(result.failure).toBeUndefined();
  expect(tables).toEqual(expected);
});

it("nothing is missed and nothing is counted twice", () => {
  const counts = Object.fromEntries(result.queries.map((query) => [query.query, query.counts]));
  expect(counts).toMatchObject({
    "tills/silver.pos_sales": { written: 9 },
    // Of 3 + 4 + 3 rows 3, 3 (moved, corrected, new) and 2 (moved back, corrected) are written.
    "stores/silver.stores": { read: 10, written: 8, unchanged: 2, superseded: 0, "table.closed": 3 },
  });
  for (const of of Object.values(counts)) {
    const places = Object.entries(of).filter(([name]) => name !== "read" && !name.startsWith("table."));
    expect(places.reduce((sum, [, rows]) => sum + rows, 0)).toBe(of["read"]);
  }
});
