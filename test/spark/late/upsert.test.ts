import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { type Lake, openLake } from "../joins/lake.js";
import { clock, iso, minute, numbers } from "./times.js";

const seed = Number(process.env["SLUICE_SEED"] ?? 11);

/** An order as it came. Times in microseconds since 1970; `v` in digits, as it may have more than a number of JavaScript. */
interface Order {
  readonly id: string | null;
  readonly k: string | null;
  readonly v: string | null;
  readonly price: string | null;
  readonly x: number | null;
  readonly flag: boolean | null;
  readonly at: number | null;
  readonly arrived: number;
  /** A body that is none. */
  readonly broken?: true;
}

const random = numbers(seed);
const whole = (below: number): number => Math.floor(random() * below);
const perhaps = <T>(value: T): T | null => (whole(6) === 0 ? null : value);

let made = 0;
/** Of doubles only such as are exact in sums: what others come to depends on their order. */
const order = (at: number | null, more: Partial<Order> = {}): Order => {
  made += 1;
  return {
    ...{ id: `o${made}`, k: [null, "a", "b"][whole(3)] ?? null, v: perhaps(`${whole(2000) - 1000}`) },
    ...{ price: perhaps((whole(10_000) / 100).toFixed(2)), x: perhaps(whole(400) / 4), flag: perhaps(whole(2) === 0) },
    ...{ at, arrived: clock(20), ...more },
  };
};

/** A sum that has no room in a bigint until the last of them has come, two runs later. */
const large = (v: string, at: number): Order => order(at, { k: "a", v });

/** Runs of which each has rows that are late by then, very late, on the watermark and a microsecond beside it, and on a window's bounds. */
function threeRuns(): readonly (readonly Order[])[] {
  const runs: Order[][] = [];
  let top = clock(10);
  for (let run = 0; run < 3; run += 1) {
    const closed = top - 10 * minute;
    const from = top;
    top += (25 + whole(20)) * minute + whole(1000);
    const there = Array.from({ length: 8 }, () => order(from - 15 * minute + whole(40 * minute)));
    there.push(order(top), order(clock(10, 15)), order(clock(10, 15) - 1), order(clock(10, 25)));
    if (run > 0)
      there.push(...[closed - 1, closed, closed + 1].map((at) => order(at)), order(clock(10, 2)), order(clock(0, 1)));
    there.push(order(null), order(top, { k: "skip" }), order(top, { id: null }), order(clock(40)));
    there.push(order(top, { broken: true }));
    if (run < 2) there.push(large("6917529027641081856", clock(10, 50)));
    if (run === 2) there.push(large("-6917529027641081856", clock(10, 50)));
    // Some are told again, of this run and of the first, which are late by then.
    there.push(...[there[0], there[9], runs[0]?.[2], runs[0]?.[8]].filter((one) => one !== undefined));
    runs.push(there);
  }
  return runs;
}

const columns = {
  "silver.orders": ["id", "k", "at"],
  "gold.quarters": [
    ...["window_start", "window_end", "k", "n", "sevens", "dear", "total", "mean", "takings", "price", "warmth"],
    ...["least", "last", "every_flag", "some_flag", "bits", "share"],
  ],
  "gold.hopping": ["window_start", "window_end", "n", "total"],
  "gold.days": ["k", "n", "total"],
  "gold.twice": ["window_start", "n"],
} as const;
type Table = keyof typeof columns;
const every: readonly Table[] = ["silver.orders", "gold.quarters", "gold.hopping", "gold.days", "gold.twice"];
const replaced = ["gold.days", "gold.hours", "gold.twice"] as const;
const streamed = every.filter((table) => !replaced.some((one) => one === table));
const counted = ["silver.orders", "gold.quarters", "gold.hopping"] as const;

interface Wanted {
  readonly tables: Readonly<Record<Table, readonly (readonly unknown[])[]>>;
  readonly counts: Readonly<Record<(typeof counted)[number], Readonly<Record<string, number>>>>;
}

/** What plain Python says of each run. */
const wanted = (runs: readonly (readonly Order[])[]): readonly Wanted[] =>
  JSON.parse(
    execFileSync("python3", ["test/spark/late/corrected.py"], { input: JSON.stringify(runs), encoding: "utf8" }),
  );

let offset = 0;
/** As one commit of the bronze table, spread over partitions of which the last is idle. */
function arriving(orders: readonly Order[]): string {
  const values = orders.map(({ id, k, v, price, x, flag, at, arrived, broken }) => {
    const quoted = JSON.stringify({ id, k, x, flag, at: at === null ? null : iso(at) });
    const body = `${quoted.slice(0, -1)},"v":${v},"price":${price}}`.slice(0, broken ? -3 : undefined);
    offset += 1;
    return `(cast('${body}' as binary), null, null, timestamp'${iso(arrived)}', ${offset % 2}, ${offset})`;
  });
  return `INSERT INTO lake.bronze.orders VALUES ${values.join(", ")}`;
}

let lake: Lake | undefined;
afterEach(() => lake?.close());

const run = async (of: Lake, ...tables: readonly string[]) => expect(await of.run(...tables)).toEqual({ kind: "done" });
const below = ["silver.known", "gold.quarters", "gold.hopping"] as const;

const linesOf = (now: Wanted | undefined, table: Table): readonly string[] =>
  (now?.tables[table] ?? []).map((row) => row.map(String).join(" ")).sort();
const sorted = (now: Wanted | undefined) => every.map((table) => linesOf(now, table));

async function compare(of: Lake, now: Wanted | undefined, told: string, tables = every): Promise<void> {
  for (const table of tables) {
    expect(await of.lines(table, ...columns[table]), `seed ${seed}, ${told}, ${table}`).toEqual(linesOf(now, table));
  }
}

/** What each batch has counted; what is not told is 0. */
async function compareCounts(of: Lake, all: readonly Wanted[]): Promise<void> {
  for (const query of counted) {
    const found = (await of.counts(query)).map((batch) => Object.entries(batch).filter(([, n]) => n > 0));
    const said = all.map(({ counts }) => Object.entries(counts[query]).filter(([, n]) => n > 0));
    expect(found.map(Object.fromEntries), `seed ${seed}, ${query}`).toEqual(said.map(Object.fromEntries));
  }
}

const runs = threeRuns();

/** The long suite also runs it on the other release, and where notebooks reach Spark through Connect. */
const lanes = process.env["SLUICE_LONG"] === "1" ? (["3.5", "4.0", "3.5-connect"] as const) : (["3.5"] as const);

describe.each(lanes)("on Spark %s", (lane) => {
  it("late rows, very late ones and those on the watermark are written and correct windows, through restarts and replays", async () => {
    lake = await openLake("spark-late-upsert", undefined, lane);
    const all = wanted(runs);
    // Else the test would not see what it is about.
    expect(all.slice(1).map(({ counts }) => (counts["silver.orders"]["late_written"] ?? 0) > 3)).toEqual([true, true]);
    for (const [at, orders] of runs.entries()) {
      await lake.sql(arriving(orders));
      await run(lake, "silver.orders", ...below);
      if (at === 1) {
        // All did their work, and Spark does not know it any more.
        for (const query of counted) await lake.forgetLastBatch(query, false);
        await run(lake, "silver.orders", ...below);
        // Spark was stopped after a batch was recorded, and before its windows were merged. Through Connect the commit stays: Delta keeps
        // what it has read of a table's log in the server's memory, and a client has no way into its Java to make it forget that.
        for (const query of ["gold.quarters", "gold.hopping"])
          await lake.forgetLastBatch(query, lane !== "3.5-connect");
        await run(lake, "gold.quarters", "gold.hopping");
      }
      if (at > 0) await compare(lake, all[at], `run ${at}`, streamed);
    }
    await run(lake, ...replaced);
    await compare(lake, all.at(-1), "in the end");
    await compareCounts(lake, all);
  });

  it("the same rows in another order and other batches make the same windows", async () => {
    lake = await openLake("spark-late-upsert", undefined, lane);
    const shuffled = runs
      .flat()
      .map((one) => ({ one, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ one }) => one);
    const third = Math.floor(shuffled.length / 3);
    const cut = [shuffled.slice(0, third), shuffled.slice(third)];
    const all = wanted(cut);
    for (const orders of cut) {
      await lake.sql(arriving(orders));
      await run(lake, "silver.orders", ...below);
    }
    await run(lake, ...replaced);
    await compare(lake, all.at(-1), "shuffled");
    await compareCounts(lake, all);
    // What came in its order comes to the same.
    expect(sorted(all.at(-1))).toEqual(sorted(wanted(runs).at(-1)));
  });
});
