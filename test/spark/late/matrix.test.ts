import { expect, it } from "vitest";
import { cut, type Runs, runsOf } from "./events.js";
import { type Expected, expected, type Found, found } from "./found.js";
import { additive, type Cells, columnsOf, operators } from "./project.js";

const isLong = process.env["SLUICE_LONG"] === "1";
const seed = Number(process.env["SLUICE_SEED"] ?? 6);

/** Each policy with each clause that may stand below it in the long suite; in CI each policy and each clause at least once. */
const cells: Cells = isLong
  ? { drop: operators, divert: operators, upsert: additive, fail: operators }
  : {
      drop: ["firsts"],
      divert: ["hopping", "session", "paid", "hourly"],
      upsert: ["tumbling"],
      fail: ["tumbling"],
    };

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

async function compared(runs: Runs, told: string, again?: number): Promise<void> {
  const wanted = expected(runs, cells);
  // Else the test would not see what it is about.
  expect(wanted.at(-1)?.stopped).toContain("silver.orders_fail");
  expect(wanted.at(-1)?.tables["silver.orders_divert_late"]?.length).toBeGreaterThan(4);
  const empty = [...columnsOf(cells).keys()].filter((table) => wanted.at(-1)?.tables[table]?.length === 0);
  // What was stopped may have closed nothing by then.
  expect(empty.filter((table) => !table.endsWith("_fail"))).toEqual([]);
  // Whether a row comes with this batch or the next is open within a millisecond; in the end nothing is, but where late rows have stopped it.
  for (const [table, most] of Object.entries(wanted.at(-1)?.most ?? {}))
    if (!table.endsWith("_fail")) expect(most, table).toEqual(wanted.at(-1)?.tables[table]);
  const made = await found(runs, cells, again);
  compare(made, wanted, told);
}

it("each policy does with late rows, very late ones and those on the watermark what it says, run by run", async () => {
  await compared(runsOf(seed, isLong ? 4 : 2), "as they came");
});

if (isLong) {
  it("batches that are done again change nothing", async () => {
    await compared(runsOf(seed + 1, 3), "again", 1);
  });

  it("in other batches other rows are late, and the tables are those of plain Python", async () => {
    await compared(cut(runsOf(seed, 4), [2, 1, 2]), "in other batches");
  });
}
