import { describe, expect, it } from "vitest";
import { cut, inTurns, type Runs, runsOf } from "./events.js";
import { type Expected, expected, type Found, found, foundGoingOn } from "./found.js";
import { additive, type Cells, cellsOf, columnsOf, operators } from "./project.js";

const isLong = process.env["SLUICE_LONG"] === "1";
const seed = Number(process.env["SLUICE_SEED"] ?? 6);

/** Each policy with each clause that may stand below it. */
const whole: Cells = { drop: operators, divert: operators, upsert: additive, fail: operators };
/** Each policy and each clause at least once. */
const part: Cells = {
  drop: ["firsts"],
  divert: ["hopping", "session", "paid", "hourly"],
  upsert: ["tumbling"],
  fail: ["tumbling"],
};
/** In the long suite each policy is a test, so that one can be run again without the others. */
const tested: readonly (readonly [string, Cells])[] = isLong
  ? cellsOf(whole).map(([policy, below]) => [policy, { [policy]: below }])
  : [["each policy", part]];

/** Compares, run by run, what Spark made with what plain Python says; all that differs is told at once. */
function compare(made: readonly Found[], wanted: readonly Expected[], told: string): void {
  const differences = made.flatMap(({ tables, counts, stopped }, run) => {
    const now = wanted[run];
    const wantedStops = (now?.stopped ?? []).filter((query) => query in counts);
    return [
      ...Object.entries(tables).map(([table, lines]) => {
        const least = now?.tables[table] ?? [];
        const most = now?.most[table] ?? least;
        return { place: `run ${run}, ${table}`, missing: without(least, lines), unexpected: without(lines, most) };
      }),
      ...Object.entries(counts).map(([query, batches]) => {
        const said = batches.map((batch) => JSON.stringify(sorted(batch)));
        const due = (now?.counts[query] ?? []).map((batch) => JSON.stringify(sorted(batch)));
        return { place: `run ${run}, counts of ${query}`, missing: without(due, said), unexpected: without(said, due) };
      }),
      { place: `run ${run}`, missing: without(wantedStops, stopped), unexpected: without(stopped, wantedStops) },
    ].filter(({ missing, unexpected }) => missing.length + unexpected.length > 0);
  });
  expect(differences, `seed ${seed}, ${told}`).toEqual([]);
  expect(made).toHaveLength(wanted.length);
}

const sorted = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));

/** Lines that are not among others, each as often as it is more often than there: rows that came twice are two. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

async function compared(runs: Runs, cells: Cells, told: string, again?: number): Promise<void> {
  const wanted = shown(expected(runs, cells), cells);
  compare(await found(runs, cells, again), wanted, told);
}

/** Expects of what is expected that it shows what the test is about. */
function shown(wanted: readonly Expected[], cells: Cells): readonly Expected[] {
  const last = wanted.at(-1);
  for (const [policy] of cellsOf(cells)) {
    if (policy === "fail") expect(last?.stopped).toContain("silver.orders_fail");
    else expect(lateOf(last?.counts[`silver.orders_${policy}`]), policy).toBeGreaterThan(4);
  }
  const empty = [...columnsOf(cells).keys()].filter((table) => last?.tables[table]?.length === 0);
  // What was stopped may have closed nothing by then.
  expect(empty.filter((table) => !table.endsWith("_fail"))).toEqual([]);
  // Whether a row comes with this batch or the next is open within a millisecond; in the end nothing is, but where late rows have stopped it.
  for (const [table, most] of Object.entries(last?.most ?? {}))
    if (!table.endsWith("_fail")) expect(most, table).toEqual(last?.tables[table]);
  return wanted;
}

const lateOf = (batches: Found["counts"][string] = []): number =>
  batches.reduce((sum, { late = 0, late_written = 0 }) => sum + late + late_written, 0);

describe.each(tested)("%s", (_, cells) => {
  it("does with late rows, very late ones and those on the watermark what it says, run by run", async () => {
    await compared(runsOf(seed, isLong ? 4 : 2), cells, "as they came");
  });

  if (isLong) {
    it("lets batches that are done again change nothing", async () => {
      await compared(runsOf(seed + 1, 3), cells, "again", 1);
    });

    it("does so in other batches too, where other rows are late", async () => {
      await compared(cut(runsOf(seed, 4), [2, 1, 2]), cells, "in other batches");
    });
  }
});

if (isLong) {
  it("keeps what waits for two inputs until one run has rows of both, however many runs there are", async () => {
    const runs = inTurns(runsOf(seed, 2));
    const cells: Cells = { divert: ["paid", "alone", "placed", "either", "united"] };
    const before = expected(runs, cells).at(-2);
    // Else the test would not see what it is about.
    expect(before?.tables["gold.paid_divert"]?.length).toBeGreaterThan(0);
    for (const tables of [before?.tables, before?.most]) {
      expect(tables?.["gold.alone_divert"]).toEqual(before?.tables["gold.paid_divert"]);
      expect(tables?.["gold.either_divert"]).toEqual(before?.tables["gold.paid_divert"]);
    }
    expect(before?.tables["gold.united_divert"]).toEqual([]);
    await compared(runs, cells, "in turns");
  });

  it("does so where queries are started once and go on, and nothing waits that both inputs have passed", async () => {
    const runs = inTurns(runsOf(seed + 2, 3));
    const cells: Cells = { divert: operators, upsert: ["tumbling", "hopping"] };
    const wanted = shown(expected(runs, cells, true), cells);
    // Else the test would not see what it is about.
    const alone = (all: readonly Expected[]) => all.at(-2)?.tables["gold.alone_divert"]?.length ?? 0;
    expect(alone(wanted)).toBeGreaterThan(alone(expected(runs, cells)));
    compare(await foundGoingOn(runs, cells), wanted, "going on");
  });
}
