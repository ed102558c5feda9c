import { execFileSync } from "node:child_process";
import { type Lake, openLakeOf } from "../joins/lake.js";
import { arriving, type Runs } from "./events.js";
import { type Cells, columnsOf, deciding, projectOf, reading, shared } from "./project.js";

type Lines = Readonly<Record<string, readonly string[]>>;

/** What there is after a run. */
export interface Found {
  /** The lines of each table, in order. */
  readonly tables: Lines;
  /** By query that decides about late rows, batch after batch; what is not told is 0. */
  readonly counts: Readonly<Record<string, readonly Readonly<Record<string, number>>[]>>;
  /** Queries that a late row has stopped. */
  readonly stopped: readonly string[];
}

/** What there must be after a run: `most` are the lines that some of the tables may hold already. */
export interface Expected extends Found {
  readonly most: Lines;
}

/** What rows find in `gold.names` by their `k`, when the batches of a run are made: other names each time, and one is missing at first. */
const namesOf = (run: number): Readonly<Record<string, string>> => ({
  a: `a${run}`,
  ...(run > 0 && { b: `b${run}` }),
});

/** What plain Python says after each run, of all tables that there could be; `goesOn`: queries are started once, and not anew for each. */
export function expected(runs: Runs, cells: Cells, goesOn = false): readonly Expected[] {
  const names = runs.orders.map((_, run) => namesOf(run));
  const input = JSON.stringify({ ...runs, names, policies: Object.keys(cells), goes_on: goesOn });
  return JSON.parse(execFileSync("python3", ["test/spark/late/expected.py"], { input, encoding: "utf8" }));
}

/**
 * What real Spark has made after each run, of which each starts all queries anew. `again`: a run after which each query has forgotten
 * that its last batch was done, and makes it once more.
 */
export async function found(runs: Runs, cells: Cells, again?: number): Promise<readonly Found[]> {
  const lake = await openLakeOf(projectOf(cells));
  try {
    const all: Found[] = [];
    for (const at of runs.orders.keys()) {
      await lake.sql(...fed(runs, at));
      let stopped = await ran(lake, cells);
      if (at === again) {
        const queries = [...shared(cells), ...deciding(cells), ...reading(cells)];
        for (const query of queries) if (!stopped.includes(query)) await lake.forgetLastBatch(query, false);
        await lake.sql(...renamed({ a: "later", b: "later" }));
        stopped = await ran(lake, cells);
      }
      all.push({ tables: await tablesOf(lake, cells), counts: await countsOf(lake, cells), stopped });
    }
    return all;
  } finally {
    lake.close();
  }
}

/**
 * The same where all queries are started once, run beside each other, and go on through all runs: after each of those they have done what
 * there is. What they have counted is told of the last run, whose batches are all.
 */
export async function foundGoingOn(runs: Runs, cells: Cells): Promise<readonly Found[]> {
  const lake = await openLakeOf(projectOf(cells));
  try {
    const steps = runs.orders.map((_, at) => fed(runs, at));
    const queries = [...shared(cells), ...deciding(cells), ...reading(cells)];
    const after = await lake.goOn(queries, steps, columnsOf(cells));
    const counts = await countsOf(lake, cells);
    return after.map((tables, at) => ({ tables, counts: at === after.length - 1 ? counts : {}, stopped: [] }));
  } finally {
    lake.close();
  }
}

/** What comes before a run, as statements. */
const fed = (runs: Runs, at: number): readonly string[] => {
  const hubs = (["orders", "payments"] as const).map((hub) => [hub, runs[hub][at] ?? []] as const);
  const came = hubs.flatMap(([hub, events]) => (events.length > 0 ? [arriving(hub, events)] : []));
  return [...renamed(namesOf(at)), ...came];
};

const renamed = (names: Readonly<Record<string, string>>): readonly string[] => {
  const rows = Object.entries(names).map(([k, name]) => `('${k}', '${name}')`);
  return ["DELETE FROM lake.gold.names", `INSERT INTO lake.gold.names (k, name) VALUES ${rows.join(", ")}`];
};

/** Runs all queries; gives those that late rows stop. */
async function ran(lake: Lake, cells: Cells): Promise<readonly string[]> {
  await done(...shared(cells));
  const stopped: string[] = [];
  for (const table of deciding(cells)) {
    if (!table.endsWith("_fail")) continue;
    const end = await lake.run(table);
    if (end.kind === "done") continue;
    if (!end.traceback.includes("rows came after the watermark had passed them")) throw new Error(end.traceback);
    stopped.push(table);
  }
  await done(...deciding(cells).filter((table) => !table.endsWith("_fail")), ...reading(cells));
  return stopped;

  async function done(...tables: readonly string[]): Promise<void> {
    const end = await lake.run(...tables);
    if (end.kind === "failed") throw new Error(end.traceback);
  }
}

async function tablesOf(lake: Lake, cells: Cells): Promise<Lines> {
  const tables: Record<string, readonly string[]> = {};
  for (const [table, columns] of columnsOf(cells)) tables[table] = await lake.lines(table, ...columns);
  return tables;
}

async function countsOf(lake: Lake, cells: Cells): Promise<Found["counts"]> {
  const counts: Record<string, Found["counts"][string]> = {};
  for (const query of [...shared(cells), ...deciding(cells)])
    counts[query] = (await lake.counts(query)).map((batch) =>
      Object.fromEntries(Object.entries(batch).filter(([, n]) => n > 0)),
    );
  return counts;
}
