/** An event: `at` in minutes after ten. Each is later than those before it, so none is late however they are cut. */
export type Event = readonly [x: string, y: string, n: number, at: number];

/** The windows of ten minutes from 10:10 on are begun by the first wave and ended by the second. */
export const first: readonly Event[] = [
  ["a", "p", 1, 0],
  ["b", "p", 2, 3],
  ["a", "q", 3, 7],
  ["c", "p", 4, 11],
  ["c", "q", 2, 12],
];
export const second: readonly Event[] = [
  ["a", "q", 5, 13],
  ["c", "q", 5, 14],
  ["b", "p", 7, 18],
  ["z", "z", 0, 300],
];
export const all = [...first, ...second];
/** It comes with the second wave, too late for a delay of a minute. */
export const late: Event = ["l", "l", 9, 5];

/** A table in one line, as its columns are sorted by their names. */
export type Row = string;

export const hour = (minutes: number): string =>
  [10 + Math.floor(minutes / 60), (minutes + 60) % 60].map((part) => String(part).padStart(2, "0")).join(":");

export const events = (of: readonly Event[], shown: (event: Event) => string): readonly Row[] => of.map(shown).sort();

/** The windows that the last event closes. */
export function windows(
  bounds: (at: number) => readonly (readonly [number, number])[],
  key: (event: Event) => string | number,
  value: (events: readonly Event[]) => number,
  of: readonly Event[] = all,
): readonly Row[] {
  const groups = new Map<string, Event[]>();
  for (const event of of)
    for (const [start, end] of bounds(event[3])) {
      if (end > 299) continue;
      const name = `${hour(start)}-${hour(end)} ${key(event)}`;
      groups.set(name, [...(groups.get(name) ?? []), event]);
    }
  return [...groups].map(([name, group]) => `${name} ${value(group)}`).sort();
}

export const tumbling = (size: number) => (at: number) => [[at - (at % size), at - (at % size) + size] as const];
export const hopping = (size: number, hop: number) => (at: number) =>
  Array.from({ length: size / hop }, (_, i) => at - (at % hop) - i * hop).map(
    (start) => [start, start + size] as const,
  );
export const sum = (of: readonly Event[]): number => of.reduce((total, [, , n]) => total + n, 0);
export const max = (of: readonly Event[]): number => Math.max(...of.map(([, , n]) => n));
export const x = ([value]: Event): string => value;
export const y = ([, value]: Event): string => value;

/** Sessions of a key: an event goes to the one before it that is less than the gap away. */
export function sessions(gap: number): readonly Row[] {
  const found: { readonly x: string; readonly start: number; end: number; n: number }[] = [];
  for (const [key, , n, at] of all) {
    const open = found.find((one) => one.x === key && at < one.end);
    if (open) [open.end, open.n] = [at + gap, open.n + n];
    else found.push({ x: key, start: at, end: at + gap, n });
  }
  return found
    .filter(({ end }) => end <= 299)
    .map((one) => `${hour(one.start)}-${hour(one.end)} ${one.x} ${one.n}`)
    .sort();
}

/** Pairs of each event with those of the same key that come at most so many minutes later. */
export const pairs = (within: number, key: (event: Event) => string): readonly Row[] =>
  all
    .flatMap((own) =>
      all
        .filter((other) => key(other) === key(own) && other[3] >= own[3] && other[3] <= own[3] + within)
        .map((other) => `${own[0]} ${hour(own[3])} ${other[2]}`),
    )
    .sort();
