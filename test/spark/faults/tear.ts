import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Random } from "./random.js";

/**
 * Makes of what a killed run has left what it would have left, had it been killed a little earlier: while its newest file was written.
 *
 * Offsets, commits, state and commits of Delta get their names once they are whole (written as `.NAME.ID.tmp`, then renamed:
 * https://spark.apache.org/docs/3.5.5/api/scala/org/apache/spark/sql/internal/ and Delta's LogStore), so none of them can be torn under
 * its own name while the file system is up; a torn one stands under the other name, and what it would have been is not there. Files of
 * rows are written under their own names, and nothing names them before the commit that is written after them: such a one may be torn in place.
 * If the newest file is neither, or stands outside the lake (a note of the run itself, which says that all before it is done), nothing in the
 * lake was being written: then a new torn file is added beside the newest one of a checkpoint, as of a batch that is just beginning.
 */
export function tearNewest(run: string, random: Random): string {
  const files = readdirSync(run, { recursive: true, encoding: "utf8" })
    .filter(
      (path) =>
        /^(lake|stores)\/|^ledger\.json$/.test(path) && !path.endsWith(".crc") && statSync(join(run, path)).isFile(),
    )
    .map((path) => ({ path: join(run, path), changed: statSync(join(run, path), { bigint: true }).ctimeNs }))
    .toSorted((a, b) => (a.changed < b.changed ? 1 : -1));
  const newest = files[0]?.path ?? "";
  if (isRenamedInto(newest)) {
    const text = readFileSync(newest);
    const torn = join(dirname(newest), `.${basename(newest)}.${random.whole(1e9)}.tmp`);
    writeFileSync(torn, text.subarray(0, random.whole(text.length + 1)));
    for (const gone of [newest, sumOf(newest)]) rmSync(gone, { force: true });
    return `torn: ${newest.slice(run.length)}`;
  }
  if (/\/part-[^/]*\.parquet$/.test(newest) && !newest.includes("/_temporary/")) {
    truncateSync(newest, random.whole(statSync(newest).size + 1));
    return `torn in place: ${newest.slice(run.length)}`;
  }
  const offsets = files.find(({ path }) => /\/offsets\/\d+$/.test(path))?.path;
  if (offsets === undefined) return "nothing to tear yet";
  const next = `.${Number(basename(offsets)) + 1}.${random.whole(1e9)}.tmp`;
  writeFileSync(join(dirname(offsets), next), readFileSync(offsets).subarray(0, random.whole(100)));
  return `a torn beginning beside ${offsets.slice(run.length)}`;
}

/** A note that a table has a checkpoint is only a hint, and the version of it before would be there still. */
function isRenamedInto(path: string): boolean {
  return /\/(offsets|commits|sources\/\d+)\/\d+$|\/state\/.*\.(delta|snapshot|zip|changelog)$|\/_delta_log\/\d+\.json$/.test(
    path,
  );
}

const sumOf = (path: string): string => join(dirname(path), `.${basename(path)}.crc`);

/** Removes the note that a query's last batch is done, so that it is made again; gives which, or undefined if it has done none. */
export function forgetLastBatch(checkpoint: string): string | undefined {
  const commits = join(checkpoint, readdirSync(checkpoint)[0] ?? "", "commits");
  if (!existsSync(commits)) return undefined;
  const last = Math.max(...readdirSync(commits).map(Number).filter(Number.isInteger));
  if (!Number.isFinite(last)) return undefined;
  for (const name of [`${last}`, `.${last}.crc`]) rmSync(join(commits, name), { force: true });
  return join(commits, `${last}`);
}
