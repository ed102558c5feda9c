import { basename, normalize } from "node:path";
import type { LocalFilesFeed, LocalPeriods } from "../job.js";

/** A feed of files whose paths carry a day, or an hour. */
export type PeriodicFeed = LocalFilesFeed & { readonly periods: LocalPeriods };

/** A period, in milliseconds since 1970; `end` is that of the next one's begin. */
export interface Period {
  readonly begin: number;
  readonly end: number;
}

export const isPeriodic = (feed: object): feed is PeriodicFeed => "periods" in feed && feed.periods !== undefined;

const lengths = { day: 86_400_000, hour: 3_600_000 } as const;

export const hasDateParts = (pattern: string): boolean => /\{(yyyy|MM|dd|HH)\}/.test(pattern);

/** The paths that a pattern stands for: `*` is any part of a name, and a part of a date the same digits wherever it stands. */
export function pathPattern(pattern: string): RegExp {
  const seen = new Set<string>();
  const parts = pattern.split(/(\*|\{(?:yyyy|MM|dd|HH)\})/).map((part) => {
    if (part === "*") return "[^/]*";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    return `(?<${name}>\\d{${name.length}})`;
  });
  return new RegExp(`^${parts.join("")}$`);
}

/** Of which period a sample is: as its own path says, where that of the samples has parts of a date, or else its name. */
export function periodOf({ source, path, file, periods }: PeriodicFeed, sample: string): Period {
  const [pattern, text] = hasDateParts(file)
    ? [normalize(file), tail(sample, normalize(file))]
    : [basename(path), basename(sample)];
  const { yyyy, MM, dd, HH } = pathPattern(pattern).exec(text)?.groups ?? {};
  const day = `${yyyy}-${MM}-${dd}T${periods.unit === "hour" ? HH : "00"}:00:00`;
  const begin = Date.parse(`${day}Z`);
  if (Number.isNaN(begin) || !new Date(begin).toISOString().startsWith(day))
    throw new Error(
      `${sample}: ${source} reads files by the ${periods.unit} in their names, and '${pattern}' finds none.`,
    );
  return { begin, end: begin + lengths[periods.unit] };
}

/** As many last names of a path as a pattern has. */
const tail = (path: string, pattern: string): string => path.split("/").slice(-pattern.split("/").length).join("/");

/** The paths of a source in one period: `orders/2026/01/31/*.csv`. */
export function pathsOf({ path }: LocalFilesFeed, { begin }: Period): string {
  const [day = "", time = ""] = new Date(begin).toISOString().split("T");
  const [yyyy = "", MM = "", dd = ""] = day.split("-");
  const parts: Readonly<Record<string, string>> = { yyyy, MM, dd, HH: time.slice(0, 2) };
  return path.replaceAll(/\{(yyyy|MM|dd|HH)\}/g, (_, part: string) => parts[part] ?? "");
}

interface Sample {
  readonly feed: object;
  readonly path: string;
}

/**
 * Up to when each wave reads, as `read_until` has it: to the end of its latest period. Undefined where no file is of a period. A sample
 * that no wave would read is an error: one of a period before the first, of one that is not over, or of one that was passed by then.
 */
export function endsOfWaves(waves: readonly (readonly Sample[])[], now: number): readonly string[] | undefined {
  let last: { readonly end: number; readonly path: string; readonly wave: number } | undefined;
  const ends: string[] = [];
  for (const [at, wave] of waves.entries()) {
    let latest = last;
    for (const { feed, path } of wave) {
      if (!isPeriodic(feed)) continue;
      const period = periodOf(feed, path);
      assertRead(feed, path, period, now);
      if (last !== undefined && period.end <= last.end)
        throw new Error(
          `${path}: it comes in wave ${at + 1}, and ${last.path} in wave ${last.wave}, up to the end of whose ${feed.periods.unit} (${spelled(last.end)}) all files were read by then: give it the name of a later one, or have them in one file.`,
        );
      if (latest === undefined || period.end > latest.end) latest = { end: period.end, path, wave: at + 1 };
    }
    last = latest;
    if (last) ends.push(spelled(last.end));
  }
  return last === undefined ? undefined : ends;
}

function assertRead({ source, periods }: PeriodicFeed, path: string, { begin, end }: Period, now: number): void {
  if (begin < Date.parse(`${periods.start.replace(" ", "T")}Z`))
    throw new Error(`${path}: ${source} reads from ${periods.start} UTC on, and it begins before that.`);
  const due = end + periods.lag_seconds * 1000;
  if (due > now)
    throw new Error(`${path}: its ${periods.unit} is read from ${spelled(due)} UTC on, and it is ${spelled(now)}.`);
}

const spelled = (time: number): string => new Date(time).toISOString().slice(0, 19).replace("T", " ");
