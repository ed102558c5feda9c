import { createHash } from "node:crypto";
import { access, copyFile, mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { LocalFilesFeed } from "../job.js";
import { fingerprint, namePattern } from "../waves.js";

/** Whether a file was put where a source finds it, or stood there already. */
export interface Put {
  readonly sent: number;
  readonly skipped: number;
}

/**
 * Puts a file where a source looks for files: whole when it gets its name, with its time of change. `pattern`: the source's
 * paths. One that stands there was put there by an earlier run, or else would be passed over: that is an error. One that has
 * taken the place of others and has made place for others since is not put again.
 */
export async function putFile(file: string, pattern: string, how: How = {}): Promise<Put> {
  const place = placeFor(file, pattern);
  const content = await fingerprint(file);
  const record = how.records && join(how.records, digest(`${place}\n${content}`));
  if (record && (await exists(record))) return { sent: 0, skipped: 1 };
  if (await exists(place)) {
    if ((await fingerprint(place)) === content) {
      await keep(record);
      return { sent: 0, skipped: 1 };
    }
    throw new Error(
      `${file}: another file stands at ${place}. Files that are read at one path must have names of their own.`,
    );
  }
  await mkdir(dirname(place), { recursive: true });
  const hidden = join(dirname(place), `.${basename(place)}.unfinished`);
  await copyFile(file, hidden);
  const { atime, mtime } = await stat(file);
  const put = how.behind_seconds === undefined ? mtime : new Date((wholeSecond() - how.behind_seconds) * 1000);
  await utimes(hidden, atime, put);
  if (record) await removeOthers(place, pattern);
  await rename(hidden, place);
  await keep(record);
  if (how.behind_seconds !== undefined) await nextSecond();
  return { sent: 1, skipped: 0 };
}

/** Of files that a pipeline lands, as `LocalFilesFeed` says. */
interface How extends Pick<LocalFilesFeed, "behind_seconds"> {
  /** The file takes the place of those before; in this folder it is kept which files have done so. */
  readonly records?: string;
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A run that is killed before that finds the file where it stands. */
async function keep(record: string | undefined): Promise<void> {
  if (record === undefined) return;
  await mkdir(dirname(record), { recursive: true });
  await writeFile(record, "");
}

const wholeSecond = (): number => Math.floor(Date.now() / 1000);

/** Whoever takes files up to now, to the second, then takes this one, and whoever has done so before has not. */
const nextSecond = (): Promise<void> => new Promise((done) => setTimeout(done, 1001 - (Date.now() % 1000)));

async function removeOthers(place: string, pattern: string): Promise<void> {
  const wanted = namePattern(basename(pattern));
  for (const name of await readdir(dirname(place)))
    if (wanted.test(name) && !name.startsWith(".") && name !== basename(place)) await rm(join(dirname(place), name));
}

/** Looks at a file's name before anything is put anywhere: the source must find it. */
export function checkName(file: string, pattern: string): void {
  const [last = ""] = pattern.split("/").slice(-1);
  if (!namePattern(last).test(basename(file)) || /^[._]/.test(basename(file)))
    throw new Error(`${file}: the source reads files that are called '${last}', so it would not find this one.`);
}

/** Any part of a folder's name may stand for a `*` in it. */
const placeFor = (file: string, pattern: string): string =>
  join(dirname(pattern).replaceAll("*", "sample"), basename(file));

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
