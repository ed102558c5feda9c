import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { closest, didYouMean } from "../compiler/diagnostics/suggest.js";
import { hasDateParts, isPeriodic, type PeriodicFeed, pathPattern, periodOf } from "./files/periods.js";
import { assertAlike } from "./files/table-samples.js";
import { isHubFeed, isRowsFeed, isTableFeed, type LocalFeed, placeOf } from "./job.js";

/** A file of a wave, and the feed that it goes through. */
export interface WaveFile {
  readonly feed: LocalFeed;
  readonly path: string;
}

/** The files that are sent before the notebooks run once. */
export type Wave = readonly WaveFile[];

/**
 * The waves of a job: the first files of all feeds, then their second ones, and so on. A job without feeds has one empty
 * wave: its notebooks run once.
 */
export async function wavesOf(
  declared: readonly LocalFeed[],
  projectDir: string,
  inputs: Readonly<Record<string, string>>,
): Promise<readonly Wave[]> {
  assertKnown(declared, inputs);
  const feeds = declared.map((feed) => ({ ...feed, file: givenFor(feed, inputs) ?? feed.file }));
  assertAlike(feeds.filter((feed) => isTableFeed(feed) || isRowsFeed(feed)));
  const files = onceATable(
    await Promise.all(feeds.map(async (feed) => ({ feed, paths: await matches(feed, projectDir) }))),
  );
  const count = Math.max(1, ...files.map(({ paths }) => paths.length));
  return Array.from({ length: count }, (_, at) =>
    files.flatMap(({ feed, paths }) => {
      const path = paths[at];
      return path === undefined ? [] : [{ feed, path }];
    }),
  );
}

interface FeedFiles {
  readonly feed: LocalFeed;
  readonly paths: readonly string[];
}

/** What several sources of one table name is added to it for the first of them. */
function onceATable(files: readonly FeedFiles[]): readonly FeedFiles[] {
  const added = new Set<string>();
  return files.map(({ feed, paths }) => {
    const isNew = (path: string) => !added.has(JSON.stringify([placeOf(feed), path]));
    const left = isTableFeed(feed) || isRowsFeed(feed) ? paths.filter(isNew) : paths;
    for (const path of left) added.add(JSON.stringify([placeOf(feed), path]));
    return { feed, paths: left };
  });
}

/** A file's fingerprint: its content alone, so it may be moved or copied. */
export async function fingerprint(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** What a person may call a feed by: `readings/sources.readings`, `sources.readings`, `readings`, or its topic. */
const namesOf = (feed: LocalFeed): readonly string[] => [
  feed.source,
  feed.source.replace(/^.*\//, ""),
  feed.source.replace(/^.*\./, ""),
  ...(isHubFeed(feed) ? [feed.topic] : []),
];

/** An input that no feed goes by would be left out without a word. */
function assertKnown(feeds: readonly LocalFeed[], inputs: Readonly<Record<string, string>>): void {
  const known = feeds.flatMap(namesOf);
  const stray = Object.keys(inputs).find((name) => !known.includes(name));
  if (stray === undefined) return;
  const there = feeds.map(({ source }) => source.replace(/^.*\./, "")).join(", ");
  const meant = didYouMean(closest(stray, known));
  throw new Error(
    `--input names '${stray}', and no source with a producer is called that.${meant} There is: ${there || "none"}.`,
  );
}

const givenFor = (feed: LocalFeed, inputs: Readonly<Record<string, string>>): string | undefined =>
  namesOf(feed)
    .map((name) => (Object.hasOwn(inputs, name) ? inputs[name] : undefined))
    .find(Boolean);

async function matches(feed: LocalFeed, projectDir: string): Promise<readonly string[]> {
  const path = isAbsolute(feed.file) ? feed.file : join(projectDir, feed.file);
  if (isPeriodic(feed))
    return inOrder(feed, await (hasDateParts(path) ? matchesOfParts(feed, path) : matchesOf(feed, path)));
  return matchesOf(feed, path);
}

/** The earliest period first. */
const inOrder = (feed: PeriodicFeed, paths: readonly string[]): readonly string[] =>
  paths
    .map((path) => ({ path, ...periodOf(feed, path) }))
    .sort((a, b) => a.begin - b.begin)
    .map(({ path }) => path);

/** The files whose path fits, in whatever folders. */
async function matchesOfParts({ source }: LocalFeed, path: string): Promise<readonly string[]> {
  const folders = dirname(path).split("/");
  const fixed = folders.findIndex((name) => hasDateParts(name) || name.includes("*"));
  const root = (fixed < 0 ? folders : folders.slice(0, fixed)).join("/");
  const entries = await readdir(root, { withFileTypes: true, recursive: true }).catch(() => []);
  const wanted = pathPattern(path);
  const found = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const fitting = found.filter((one) => wanted.test(one)).sort();
  if (fitting.length === 0) throw new Error(`${source}: there is no file ${path} to send.`);
  return fitting;
}

async function matchesOf({ source }: LocalFeed, path: string): Promise<readonly string[]> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  const wanted = namePattern(basename(path));
  const found = names.filter((name) => wanted.test(name)).sort();
  if (found.length === 0)
    throw new Error(`${source}: there is no file ${path} to send.${didYouMean(closest(basename(path), names))}`);
  return found.map((name) => join(folder, name));
}

/** The names that a name with `*` stands for. */
export const namePattern = (name: string): RegExp =>
  new RegExp(
    `^${name
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );
