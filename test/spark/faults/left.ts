import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "../../../local/drain.js";
import { loadJob, placed } from "../../../local/job.js";
import type { TableRow } from "../../../local/runner/answers.js";
import type { Project } from "./project.js";

/** What a run leaves. */
export interface Left {
  /** Rows of tables by reference, and lines of files by their folder, each as text, sorted. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  /** Of each table how many rows there are. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly records: readonly TableRow[];
}

/** When a row came is another time in each run; what else is in it must not be. */
const times = ["enqueued_at", "file_modified_at", "landed_at"]
  .flatMap((name) => [name, `_${name}`])
  .concat("valid_from", "valid_to");

export async function leftBy({ artifactsDir }: Project, { runner, places }: Session): Promise<Left> {
  const job = await loadJob(artifactsDir);
  const tables: Record<string, readonly string[]> = {};
  for (const { reference, path } of job.tables) {
    const rows = await runner.rows(placed(path, places));
    tables[reference] = rows.map(withoutTimes).sort();
  }
  const records = await runner.rows(join(places.state, "lake/_ops/batches"));
  const sizes = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.length]));
  return { tables: { ...tables, ...exported(places.state) }, sizes, records };
}

/** Of versions it matters whether they hold still. */
const withoutTimes = (row: TableRow): string =>
  JSON.stringify(
    Object.entries(row)
      .map(([name, value]) => [name, name === "valid_to" ? value === null : times.includes(name) ? "" : value] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Lines of the files that a sink wrote, by the folder of their batch, which must be complete. */
function exported(state: string): Record<string, readonly string[]> {
  const found: Record<string, string[]> = {};
  for (const path of existsSync(join(state, "stores"))
    ? readdirSync(join(state, "stores"), { recursive: true, encoding: "utf8" })
    : []) {
    const [, sink, batch] = /([^/]+)\/checkpoint=[^/]+\/(batch=\d+)\/part-[^/]*\.json$/.exec(path) ?? [];
    if (batch === undefined) continue;
    const folder = `${sink}/${batch}`;
    if (!existsSync(join(state, "stores", path, "..", "_SUCCESS"))) throw new Error(`${folder} is not complete`);
    const lines = readFileSync(join(state, "stores", path), "utf8")
      .split("\n")
      .filter((line) => line !== "");
    found[folder] = [...(found[folder] ?? []), ...lines].sort();
  }
  return found;
}

/**
 * What is wrong with the record of batches, by what it says alone and by how many rows there are: each batch is there once, none is
 * missing, each row of a batch is in one place, and each table holds what its batches wrote.
 */
export function notConserved({ records, sizes }: Left): readonly string[] {
  const wrong: string[] = [];
  const sums = new Map<string, Map<string, number>>();
  const batches = new Map<string, number[]>();
  for (const { app, query, batch, counts } of records) {
    batches.set(String(app), [...(batches.get(String(app)) ?? []), Number(batch)]);
    const of = Object.entries(counts ?? {}).map(([name, n]) => [name, Number(n)] as const);
    const counted = new Map(of);
    const places = of.filter(
      ([name]) => !["read", "warned", "late_written"].includes(name) && !/^(files|table)\.|\.(un)?matched$/.test(name),
    );
    const aggregated = counted.get("aggregated");
    const isPlace = ([name]: readonly [string, number]) => !(aggregated !== undefined && name === "written");
    const found = places.filter(isPlace).reduce((sum, [, n]) => sum + n, 0);
    const read = counted.get("read");
    if (read !== undefined && read !== found)
      wrong.push(`${app}, batch ${batch}: ${read} read, ${found} accounted for`);
    const name = String(query).replace("shop/", "");
    const sum = sums.get(name) ?? new Map<string, number>();
    for (const [place, n] of of) sum.set(place, (sum.get(place) ?? 0) + n);
    sums.set(name, sum);
  }
  for (const [app, numbers] of batches) {
    const inOrder = numbers.toSorted((a, b) => a - b);
    if (inOrder.some((n, at) => n !== at)) wrong.push(`${app}: its batches are ${inOrder}`);
  }
  const expectSize = (table: string, n: number) => {
    if (sizes[table] !== undefined && sizes[table] !== n)
      wrong.push(`${table}: ${sizes[table]} rows, recorded are ${n}`);
  };
  for (const [query, sum] of sums) {
    const of = (...names: readonly string[]) => names.reduce((total, name) => total + (sum.get(name) ?? 0), 0);
    if (sum.has("superseded")) expectSize(`${query}.quarantine`, of("quarantined", "unparsable"));
    else if (!sum.has("table.rows") && !(sum.has("aggregated") && sum.has("read"))) {
      expectSize(query, of("written"));
      expectSize(`${query}.quarantine`, of("quarantined", "unparsable", "files.quarantined"));
      expectSize(`${query}.late`, of("late"));
    }
  }
  return wrong;
}
