/** A day on which clocks are changed, at times of a trigger. */
export interface ChangedDay {
  readonly day: string;
  /** `from 02:00 to 03:00` */
  readonly clocks: string;
  /** One or more, `02:00`. */
  readonly times: readonly string[];
  /** They come twice that day; else they do not come. */
  readonly isTwice: boolean;
  /** When it fires because of the first of the times around it, in UTC. */
  readonly fires: readonly string[];
}

/** In words of a message. */
export function toldOfClocks({ day, clocks, times: [first = "", ...rest], isTwice, fires }: ChangedDay): string {
  const [last] = rest.slice(-1);
  const one = `${first} ${isTwice ? "comes twice" : "is left out"}`;
  const several = `${rest.length + 1} times from ${first} to ${last} ${isTwice ? "come twice" : "are left out"}`;
  return `${last === undefined ? one : several} on ${day}, when clocks go ${clocks} (${last === undefined ? "it" : `at ${first} it`} fires at ${fires.join(", then ")} UTC)`;
}

/** A time that clocks show twice. */
export interface TwiceShown {
  /** `2026-10-25` */
  readonly day: string;
  /** `02:00` */
  readonly from: string;
  readonly until: string;
  readonly minutes: number;
}

/** What a lag does where clocks are put back, in words of a message. */
export const lagTold = ({ lag, isShort }: { readonly lag: string | undefined; readonly isShort: boolean }): string =>
  isShort
    ? lag === undefined
      ? "without 'lag' they are missed"
      : `'lag' is ${lag}: those that are further behind are missed`
    : `although 'lag' is ${lag}, 'sequence_by' takes them to be earlier than rows of the first time`;

/** The hour that happens twice, and what that is to a mark. */
export const putBackTold = (p: { zone: string; hour: TwiceShown; lag: string | undefined; isShort: boolean }): string =>
  `In ${p.zone} clocks go from ${p.hour.until} back to ${p.hour.from} on ${p.hour.day}, so ${p.hour.from} to ${p.hour.until} happens twice: rows of the second time are stamped up to ${p.hour.minutes} minutes behind the mark, and ${lagTold(p)}.`;
