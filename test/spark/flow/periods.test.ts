import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import type { WalkEvent } from "../../../local/adf/world.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import type { RunRequest } from "../../../local/request.js";
import { runJob } from "../../../local/run.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { memoryHost } from "../../golden.js";
import { compileInto } from "./project.js";

/* Files that are known by the day or the hour in their names. */

const folder = mkdtempSync(join(tmpdir(), "sluice-periods-"));
afterAll(() => rmSync(folder, { recursive: true }));

const head = `version: 1
project: shop
platform: { orchestrator: adf, spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: db }
compute: { small: { workers: 1 } }
connections:
  db: { kind: sql-server, server: sql.example.org, database: shop, identity: { user: etl, secret: shop-password } }
  drop: { kind: blob, account: shopdrop, container: incoming }
environments: { local: { on: this-machine } }
`;

describe("the emitted pipelines over any history, on H2 alone", () => {
  const artifactsDir = join(folder, "artifacts");
  const files = "read: new-files, changes: upsert, format: csv, primary_key: [id], columns: { id: string }";
  const pipeline = `pipeline: shop
sources:
  clicks: { kind: files, connection: drop, path: "clicks/{yyyy}-{MM}-{dd}/{HH}/*.csv", start: 2026-01-01T00:00, lag: 30 minutes, ${files} }
  daily: { kind: files, connection: drop, path: "daily_{yyyy}{MM}{dd}*.csv", start: 2026-01-01, lag: 2 hours, ${files} }
  fixed: { kind: files, connection: drop, path: "fixed/one_{dd}{MM}{yyyy}.csv", start: 2026-01-01, lag: 1 hour, ${files} }
bronze:
  clicks: { from: sources.clicks, format: csv }
  daily: { from: sources.daily, format: csv }
  fixed: { from: sources.fixed, format: csv }
`;
  let databases: Databases;
  let flow: LocalFlow;

  beforeAll(async () => {
    compileInto(artifactsDir, memoryHost({ "sluice.yaml": head, "pipelines/shop.yaml": pipeline }));
    const found = await loadFlow(artifactsDir, "shop");
    if (found === undefined) throw new Error("There is no flow.");
    flow = found;
    const engine = await ensureSql(await ensureSpark(() => {}), () => {});
    databases = await startDatabases(engine, { folder: join(folder, "sql") });
  });
  afterAll(() => databases.stop());

  /* All times here are minutes since 2026-01-01 00:00. A plain account of what the sources say: */
  const sources = {
    clicks: { length: 60, lag: 30, place: (d: string, h: string, n: number) => `clicks/2026-01-${d}/${h}/c${n}.csv` },
    daily: { length: 1440, lag: 120, place: (d: string, _: string, n: number) => `daily_202601${d}_${n}.csv` },
    fixed: { length: 1440, lag: 60, place: (d: string) => `fixed/one_${d}012026.csv` },
  } as const;
  type Name = keyof typeof sources;
  const names = ["clicks", "daily", "fixed"] as const;
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = (minute: number) =>
    `2026-01-${two(1 + Math.floor(minute / 1440))} ${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}:00`;
  const placeOf = (name: Name, period: number, number: number) => {
    const begin = period * sources[name].length;
    return sources[name].place(two(1 + Math.floor(begin / 1440)), two(Math.floor(begin / 60) % 24), number);
  };
  const dueAt = (name: Name, period: number) => (period + 1) * sources[name].length + sources[name].lag;
  const horizon = 2 * 1440;
  const end = horizon + 300;

  interface Put {
    readonly kind: "put";
    readonly name: Name;
    readonly offset: number;
    readonly at: number;
    readonly rows: number;
  }
  interface Run {
    readonly kind: "run";
    readonly at: number;
    readonly killedAfter: number | undefined;
    readonly broken: number | undefined;
    readonly window: number | undefined;
  }

  const put: fc.Arbitrary<Put> = fc.record({
    kind: fc.constant("put" as const),
    name: fc.constantFrom(...names),
    /** Around the time at which its period is due, before and after. */
    offset: fc.integer({ min: -200, max: 60 }),
    at: fc.integer({ min: 0, max: horizon }),
    rows: fc.integer({ min: 0, max: 2 }),
  });
  const run: fc.Arbitrary<Run> = fc.record({
    kind: fc.constant("run" as const),
    at: fc.integer({ min: 0, max: horizon }),
    /** After so many activities it is killed. */
    killedAfter: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    /** In the period of the file that was put so many before there is one that fails each copy. */
    broken: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    /** Of a window that ends so many minutes before: at a whole hour. */
    window: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
  });
  const history = fc.array(fc.oneof({ weight: 3, arbitrary: put }, { weight: 1, arbitrary: run }), {
    minLength: 10,
    maxLength: 50,
    size: "max",
  });

  let histories = 0;
  let failures = 0;

  async function lived(events: readonly (Put | Run)[]) {
    histories += 1;
    const state = join(folder, `state-${histories}`);
    let now = 0;
    const own = {
      database: (name: string) => {
        const database = databases.database(`${name}-${histories}`);
        const told = (text: string) => text.replaceAll("LOCALTIMESTAMP(7)", `CAST('${clock(now)}' AS TIMESTAMP(7))`);
        return { ...database, run: (texts: readonly string[], s?: number) => database.run(texts.map(told), s) };
      },
      stop: databases.stop,
    };
    await makeDatabases(own, flow, artifactsDir);
    const runner = {
      run: async () => ({ kind: "done" }) as const,
      parquet: async () => {},
      unzip: async () => undefined,
      dataFlow: async () => undefined,
    };
    const walk = readWalk({
      ...{ flow, artifactsDir, places: { state, kafka: "" }, databases: own, runner, signal: undefined },
    });
    const write = (path: string, lines: readonly string[]) => {
      const file = join(state, "files/drop", path);
      if (existsSync(file)) return false;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${["id", ...lines].join("\n")}\n`);
      // Its time of modification says nothing: it was renamed.
      utimesSync(file, 1_000_000_000, 1_000_000_000);
      return true;
    };
    const marks = async () => {
      const [found] = await own.database("shop_db").run(["SELECT [source], [mark], [landing] FROM [sluice].[marks]"]);
      const rows = found && "rows" in found ? found.rows : [];
      return new Map(
        rows.map(([source = "", mark, landing]) => [source ?? "", { mark: mark ?? "", landing: Number(landing) }]),
      );
    };
    const walked = async (parameters: Readonly<Record<string, string>>, killedAfter: number | undefined) => {
      let left = killedAfter ?? Number.POSITIVE_INFINITY;
      const onActivity = ({ state: how }: WalkEvent) => {
        if (how === "started" || left < 0) return;
        left -= 1;
        if (left < 0) throw new Error("killed");
      };
      return walk({ onActivity, onNotebook: () => {} }, parameters).catch((error) => error.message);
    };
    const inTime: string[] = [];
    const late: string[] = [];
    const puts: { readonly name: Name; readonly period: number }[] = [];
    for (const [number, event] of events.toSorted((a, b) => a.at - b.at).entries()) {
      now = event.at;
      if (event.kind === "put") {
        const { length, lag } = sources[event.name];
        const period = Math.floor((now - event.offset - lag) / length) - 1;
        if (period < 0) continue;
        const rows = Array.from({ length: event.rows }, (_, at) => `${event.name}-${number}-${at}`);
        if (!write(placeOf(event.name, period, number), rows)) continue;
        puts.push({ name: event.name, period });
        (now < dueAt(event.name, period) ? inTime : late).push(...rows);
        continue;
      }
      const bad = event.broken === undefined ? undefined : puts.at(-1 - event.broken);
      const path = bad && placeOf(bad.name, bad.period, 900_000 + number);
      const isBroken = path !== undefined && write(path, ["x,y"]);
      const before = await marks();
      const until = event.window === undefined ? undefined : Math.floor(Math.max(0, now - event.window) / 60) * 60;
      const outcome = await walked(until === undefined ? {} : { read_until: clock(until) }, event.killedAfter);
      if (!isBroken && event.killedAfter === undefined) expect(outcome).toBeUndefined();
      if (isBroken && outcome !== undefined) failures += 1;
      if (isBroken) rmSync(join(state, "files/drop", path));
      for (const [source, { mark }] of until === undefined ? [] : await marks())
        expect(mark <= clock(until ?? 0) || mark === before.get(source)?.mark).toBe(true);
    }
    now = end;
    expect(await walked({}, undefined)).toBeUndefined();
    const kept = await marks();
    const landed: string[] = [];
    for (const [source, { mark, landing }] of kept) {
      const [, name = "", identity = ""] = /^shop\/shop\/bronze\.(\w+)\/(.*)$/.exec(source) ?? [];
      const { length, lag } = sources[names.find((one) => one === name) ?? "clicks"];
      expect(mark).toBe(clock(Math.floor((end - lag) / length) * length));
      for (let at = 1; at <= landing; at += 1) {
        const path = join(state, "lake/bronze", name, identity, `landing=${String(at).padStart(10, "0")}`, "rows.csv");
        const [, ...rows] = readFileSync(path, "utf8").trimEnd().split("\n");
        expect(rows.length).toBeGreaterThan(0);
        landed.push(...rows.map((row) => row.replaceAll('"', "")));
      }
    }
    expect(kept.size).toBe(names.length);
    rmSync(state, { recursive: true, force: true });
    return { inTime, late, landed };
  }

  it("each file that is put in time is read once, whatever happens, and no period is skipped", async () => {
    const property = fc.asyncProperty(history, async (events) => {
      const { inTime, late, landed } = await lived(events);
      expect(new Set(landed).size).toBe(landed.length);
      expect(landed.filter((row) => !late.includes(row)).sort()).toEqual(inTime.sort());
    });
    await fc.assert(property, { numRuns: 20 });
    expect(failures).toBeGreaterThan(5);
  }, 120_000);
});

it("three waves of samples, with a day without files and files of an old time, come to what plain Python says", async () => {
  const artifactsDir = join(folder, "run-artifacts");
  const samples = join(folder, "project/samples");
  const pipeline = `pipeline: shop
sources:
  orders:
    kind: files
    connection: drop
    path: "orders/{yyyy}/{MM}/{dd}/*.csv"
    read: new-files
    start: 2024-02-28
    lag: 1 hour
    changes: upsert
    format: csv
    primary_key: [id]
    columns: { id: int, total: "decimal(9,2)", version: int }
    samples: samples/{yyyy}-{MM}-{dd}/*.csv
bronze:
  orders: { from: sources.orders, format: csv }
silver:
  orders: { from: bronze.orders, where: version is not null, apply_changes: { keys: [id], sequence_by: [version], scd_type: 1 } }
`;
  compileInto(artifactsDir, memoryHost({ "sluice.yaml": head, "pipelines/shop.yaml": pipeline }));
  const put = (day: string, name: string, ...rows: readonly string[]) => {
    mkdirSync(join(samples, day), { recursive: true });
    writeFileSync(join(samples, day, name), `${["id,total,version", ...rows].join("\n")}\n`);
    // As one that was written long ago, and renamed to where it is looked for.
    utimesSync(join(samples, day, name), 1_000_000_000, 1_000_000_000);
  };
  put("2024-02-28", "z.csv", "1,1.50,1", "2,2,1");
  put("2024-03-01", "b.csv", "2,20.25,3", "3,3,1");
  put("2024-03-02", "a.csv", "2,9,2", "4,,1");
  const request: RunRequest = { artifactsDir, projectDir: join(folder, "project"), stateDir: join(folder, "run") };
  let rows: unknown;
  const result = await runJob(request, async ({ runner, places }) => {
    const found = await runner.rows(join(places.state, "lake/silver/orders"), ["id", "total", "version"]);
    rows = found.map(({ id, total, version }) => [id, total, version]).sort((a, b) => Number(a[0]) - Number(b[0]));
  });
  expect(result.failure).toBeUndefined();
  expect(result).toMatchObject({ kind: "done", waves: 3 });
  expect(result.landed.map(({ wave, rows: count }) => [wave, count])).toEqual([
    [1, 2],
    [2, 2],
    [3, 2],
  ]);
  const script = fileURLToPath(new URL("./periods.py", import.meta.url));
  expect(rows).toEqual(JSON.parse(execFileSync("python3", [script, samples], { encoding: "utf8" })));
});
