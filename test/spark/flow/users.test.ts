import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Session } from "../../../local/drain.js";
import type { RunProgress } from "../../../local/progress.js";
import type { RunRequest } from "../../../local/request.js";
import { type RunResult, runJob } from "../../../local/run.js";
import { compileInto, expectedTables, projectDir, type Rows } from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-users-"));
/** On a machine whose own clock has an hour twice on 2026-10-25, and one less on 2026-03-29. */
const request: RunRequest = {
  artifactsDir: join(folder, "artifacts"),
  projectDir,
  stateDir: join(folder, "state"),
  env: { TZ: "Europe/Warsaw" },
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tables: Record<string, Rows> = {};
let stopped: RunResult;
let result: RunResult;

/** Three waves, of one table as CSV and of one as Parquet; the first run is stopped when a landing of the first wave is whole and nobody has taken it. */
beforeAll(async () => {
  const disk = diskHost(projectDir);
  const [csv = "", parquet = ""] = ["csv", "parquet"].map((format) => `sources.subscriptions, format: ${format}`);
  compileInto(request.artifactsDir, { ...disk, read: (path) => disk.read(path)?.replace(csv, parquet) });
  const stop = new AbortController();
  const onProgress = (event: RunProgress) => {
    const isKept = event.kind === "activity" && event.event.activity === "keep the mark";
    if (isKept && event.event.state === "Succeeded") stop.abort(new Error("stopped"));
  };
  stopped = await runJob({ ...request, signal: stop.signal, onProgress });
  result = await runJob(request, async ({ runner, places }: Session) => {
    for (const [table, key] of Object.entries({ users: "user_id", subscriptions: "subscription_id" })) {
      const columns = Object.keys(expectedTables()[table]?.[0] ?? {});
      const rows = await runner.rows(join(places.state, "lake", "silver", table), columns);
      tables[table] = rows.toSorted((a, b) => Number(a[key]) - Number(b[key]));
    }
  });
});

describe("users of a SQL Server, landed by the emitted pipeline and merged by the emitted notebooks", () => {
  it("a run that was stopped is gone on with", () => {
    expect(stopped.kind).toBe("interrupted");
    expect(result).toMatchObject({ kind: "done", job: "users", waves: 3 });
    expect(result.failure).toBeUndefined();
  });

  it("is not kept running", async () => {
    const continuous = runJob({ ...request, until: AbortSignal.abort() });
    await expect(continuous).rejects.toThrow("The pipeline 'users' is started by its triggers");
  });

  it("the tables hold the latest row of each key, as a plain calculation from the samples has it", () => {
    expect(tables).toEqual(expectedTables());
  });

  it("the warehouse shows just that, of addresses the domains, and of the subscriptions those that the condition keeps", () => {
    const users = (expectedTables()["users"] ?? []).map((row) => ({ ...row, email: domainOf(row["email"]) }));
    const plans = (expectedTables()["subscriptions"] ?? [])
      .filter(({ plan, price }) => plan === "family" && Number(price) > 0)
      .map(({ plan: _, updated_at, ...row }) => ({ ...row, changed_on: String(updated_at).slice(0, 10) }));
    expect(result.shown.map(({ view, shows }) => [view, shows.kind])).toEqual([
      ["warehouse.family_plans", "rows"],
      ["warehouse.plans", "rows"],
      ["warehouse.subscriptions", "rows"],
      ["warehouse.subscriptions_with_users", "rows"],
      ["warehouse.users", "rows"],
    ]);
    expect(shownRows("warehouse.family_plans", "subscription_id")).toEqual(plans.map(asShown));
    expect(shownRows("warehouse.subscriptions", "subscription_id")).toEqual(
      (expectedTables()["subscriptions"] ?? []).map(asShown),
    );
    expect(shownRows("warehouse.users", "user_id")).toEqual(users.map(asShown));
    expect([users.length, plans.length]).toEqual([11, 3]);
  });

  it("the warehouse shows subscriptions with their users' names, and what each plan comes to", () => {
    const { users = [], subscriptions = [] } = expectedTables();
    const joined = subscriptions.map(({ updated_at: _, ...row }) => ({
      ...row,
      user_name: users.find(({ user_id }) => user_id === row["user_id"])?.["name"] ?? null,
    }));
    expect(shownRows("warehouse.subscriptions_with_users", "subscription_id")).toEqual(joined.map(asShown));
    const shown = result.shown.find(({ view }) => view === "warehouse.plans")?.shows;
    const expected = [...new Set(subscriptions.map((row) => row["plan"]))].map((plan) => {
      const rows = subscriptions.filter((row) => row["plan"] === plan);
      const prices = rows.flatMap(({ price }) => (price === null ? [] : [Number(price)]));
      const owners = new Set(rows.flatMap(({ user_id }) => user_id ?? []));
      const income = prices.length > 0 ? prices.reduce((sum, price) => sum + price, 0).toFixed(2) : null;
      const last = rows
        .flatMap(({ valid_to }) => (valid_to === null ? [] : [String(valid_to)]))
        .toSorted()
        .at(-1);
      return [plan, String(rows.length), String(owners.size), income, last ?? null];
    });
    const inOrder = (rows: readonly (readonly unknown[])[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(shown?.kind === "rows" && inOrder(shown.rows)).toEqual(inOrder(expected));
  });

  it("the table can be read by readers of Delta's first version, as the warehouse's is", () => {
    const log = join(request.stateDir, "lake", "silver", "users", "_delta_log", "00000000000000000000.json");
    const entries = readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries.find(({ protocol }) => protocol)?.protocol.minReaderVersion).toBe(1);
    expect(entries.find(({ metaData }) => metaData)?.metaData.configuration).toMatchObject({
      "delta.enableDeletionVectors": "false",
    });
  });

  it("nothing is missed and nothing is counted twice", () => {
    for (const { counts } of result.queries) {
      const { read = 0, ...places } = counts;
      expect(Object.values(places).reduce((sum, rows) => sum + rows, 0)).toBe(read);
    }
    const written = Object.fromEntries(result.queries.map(({ query, counts }) => [query, counts["written"]]));
    // Inserted and changed rows of the samples: 8 + 5, and 5 + 4 + 1.
    expect(written).toEqual({ "users/silver.users": 13, "users/silver.subscriptions": 10 });
  });

  it("says what was landed: a late row within the lag again, and nothing where nothing is new", () => {
    const landed = result.landed.map(({ wave, rows, properties }) => `${wave} ${properties["Table"]} ${rows}`);
    expect(landed.filter((line) => !line.startsWith("1")).toSorted()).toEqual([
      "2 dbo.subscriptions 5",
      "2 dbo.users 5",
      "3 dbo.subscriptions 3",
    ]);
  });
});

/** The rows of a view as records, in the order of a key. */
function shownRows(view: string, key: string): Rows {
  const shows = result.shown.find((one) => one.view === view)?.shows;
  if (shows?.kind !== "rows") throw new Error(`${view} shows nothing`);
  return shows.rows
    .map((row) => Object.fromEntries(shows.columns.map(({ name }, at) => [name, row[at]])))
    .toSorted((a, b) => Number(a[key]) - Number(b[key]));
}

/** Numbers as texts, and times with all their digits. */
const domainOf = (email: unknown): string | null =>
  email == null ? null : String(email).split("@").length === 2 ? `***@${String(email).split("@")[1]}` : "***";

const asShown = (row: Rows[number]): Rows[number] =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === "number" ? String(value) : name === "updated_at" ? withDigits(String(value)) : value,
    ]),
  );

function withDigits(time: string): string {
  const [seconds = "", fraction = ""] = time.replace("Z", "").split(".");
  return `${seconds}.${fraction.padEnd(6, "0")}`;
}
