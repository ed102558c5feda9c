/** When a partition's file is full. Whichever comes first. */
export interface CutRule {
  /** Windows stand on the clock: with 300,000 they begin at each full five minutes. */
  readonly windowMilliseconds: number;
  readonly bytes: number;
}

/** What is known of a partition's open file. */
export interface OpenCut {
  readonly window: number;
  readonly bytes: number;
}

/** The beginning of the window that a time is in. */
export function windowOf(time: number, rule: CutRule): number {
  return Math.floor(time / rule.windowMilliseconds) * rule.windowMilliseconds;
}

/** Whether an event begins a new file: its window is another one, or the file is full. */
export function beginsFile(open: OpenCut, enqueued: number, bytes: number, rule: CutRule): boolean {
  return windowOf(enqueued, rule) !== open.window || open.bytes + bytes > rule.bytes;
}

/**
 * The time in a file's path: the second of its first event. Two files of one partition in one second would have the
 * same path; then the later one says a second more, so the paths keep the order of the events.
 */
export function fileTime(first: number, before: number | undefined): number {
  const second = Math.floor(first / 1000) * 1000;
  return before === undefined ? second : Math.max(second, before + 1000);
}

/**
 * The windows of each partition that want an empty file: others have data there and it has no file at all. Derived from
 * what is on disk, so it does not matter when an earlier run was killed.
 */
export function emptyWindows(times: readonly (readonly number[])[], rule: CutRule): readonly (readonly number[])[] {
  const windows = times.map((of) => new Set(of.map((time) => windowOf(time, rule))));
  const all = [...new Set(windows.flatMap((of) => [...of]))].sort((a, b) => a - b);
  return windows.map((of) => all.filter((window) => !of.has(window)));
}
