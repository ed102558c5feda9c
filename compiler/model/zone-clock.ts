const minute = 60_000;

/** In milliseconds. */
export const day = 86_400_000;

/** What the clocks of a time zone show: instants as milliseconds since 1970, what clocks show as if it were UTC. */
export class ZoneClock {
  private readonly format: Intl.DateTimeFormat;

  /** `zone`: by its IANA name. */
  constructor(zone: string) {
    this.format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  }

  /** The times at which clocks show a time of day, on the day on which they show midnight as `date`: none, one or two. */
  instantsOf(date: number, timeOfDay: number): readonly number[] {
    const shown = date + timeOfDay;
    const offsets = new Set([shown - day, shown + day].map((near) => this.offsetAt(near)));
    return [...offsets]
      .map((offset) => shown - offset)
      .filter((instant) => instant + this.offsetAt(instant) === shown)
      .sort((a, b) => a - b);
  }

  /** The midnight of the day that clocks show at an instant. */
  dateAt(instant: number): number {
    const shown = instant + this.offsetAt(instant);
    return shown - (((shown % day) + day) % day);
  }

  /** The changes of clocks in the year that follows an instant, in their order. */
  changesAfter(instant: number): readonly ClockChange[] {
    const found: ClockChange[] = [];
    const begin = instant - (instant % minute);
    let before = this.offsetAt(begin);
    for (let at = begin; at < begin + 366 * day; at += 7 * day) {
      const after = this.offsetAt(at + 7 * day);
      if (before !== after) found.push({ from: before, to: after, at: this.firstWith(after, at, at + 7 * day) });
      before = after;
    }
    return found;
  }

  /** When clocks are next put back, in the years that follow an instant; undefined if they are not. */
  putBackAfter(instant: number, years: number): ClockChange | undefined {
    for (let year = 0; year < years; year++) {
      const found = this.changesAfter(instant + year * 366 * day).find(({ from, to }) => to < from);
      if (found) return found;
    }
    return undefined;
  }

  /** The minute in a stretch from which on clocks are so far ahead of UTC. */
  private firstWith(offset: number, begin: number, end: number): number {
    let [low, high] = [begin, end];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / minute / 2) * minute;
      if (this.offsetAt(middle) === offset) high = middle;
      else low = middle;
    }
    return high;
  }

  /** How far clocks are ahead of UTC. */
  private offsetAt(instant: number): number {
    const name = this.format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
    const length = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === "-" ? -length : length;
  }
}

/** Clocks are so far ahead of UTC before an instant, and so far from it on. */
export interface ClockChange {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The day, as its midnight, on which a change of clocks leaves a time of day out or makes it come twice; undefined if there is none. */
export function dayChanged({ at, from, to }: ClockChange, timeOfDay: number): number | undefined {
  const [start, end] = [at + Math.min(from, to), at + Math.max(from, to)];
  const first = start - (((start % day) + day) % day);
  return [first, first + day].find((date) => start <= date + timeOfDay && date + timeOfDay < end);
}

/** `2026-10-25 02:30` */
export const shownAs = (time: number): string => new Date(time).toISOString().slice(0, 16).replace("T", " ");
