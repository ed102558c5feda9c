/** What a schedule trigger fires at, calculated from its JSON by the vendor's page and nothing of the compiler's. */

export interface Recurrence {
  readonly frequency: string;
  readonly interval: number;
  readonly startTime: string;
  readonly timeZone: string;
  readonly schedule?: {
    readonly minutes: readonly number[];
    readonly hours: readonly number[];
    readonly weekDays?: readonly string[];
    readonly monthDays?: readonly number[];
  };
}

const minute = 60_000;
const day = 86_400_000;
const weekDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** How far clocks of a zone are ahead of UTC, for each quarter of an hour of a stretch: no zone changes in between. */
export function offsetsOf(zone: string, begin: number, end: number): readonly number[] {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  });
  return Array.from({ length: (end - begin) / (15 * minute) }, (_, at) => {
    const instant = begin + at * 15 * minute;
    const [d = 0, m = 0, y = 0, h = 0, min = 0] = (format.format(instant).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(y, m - 1, d, h, min) - instant;
  });
}

/**
 * Looks at each minute of a stretch. Days, weeks and months go by what clocks show then; minutes and hours at regular intervals from
 * the start, whatever clocks show; several parts of a schedule must all hold.
 * https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger
 * https://learn.microsoft.com/azure/data-factory/concepts-pipeline-execution-triggers#schedule-property
 */
export function firesOf(
  recurrence: Recurrence,
  begin: number,
  end: number,
  offsets: readonly number[],
): readonly number[] {
  const { frequency, interval, startTime, timeZone, schedule } = recurrence;
  if ((timeZone === "UTC") !== startTime.endsWith("Z"))
    throw new Error(`The service refuses ${startTime} in ${timeZone}`);
  const shownStart = Date.parse(startTime.endsWith("Z") ? startTime : `${startTime}Z`);
  const offsetAt = (instant: number) => offsets[Math.floor((instant - begin) / (15 * minute))] ?? 0;
  const period = interval * (frequency === "Minute" ? minute : 60 * minute);
  const found: number[] = [];
  let started: number | undefined;
  for (let instant = begin; instant < end; instant += minute) {
    const shown = instant + offsetAt(instant);
    if (shown < shownStart) continue;
    // What began before the stretch began by the offset that the stretch begins with.
    started ??= shownStart < begin + offsetAt(begin) ? shownStart - offsetAt(begin) : instant;
    if (frequency === "Minute" || frequency === "Hour") {
      if ((instant - started) % period === 0) found.push(instant);
      continue;
    }
    const ofDay = shown % day;
    const isTime = schedule
      ? schedule.hours.includes(Math.floor(ofDay / (60 * minute))) && schedule.minutes.includes((ofDay / minute) % 60)
      : ofDay === shownStart % day;
    if (isTime && isDay(recurrence, new Date(shown), Math.floor(shown / day) - Math.floor(shownStart / day)))
      found.push(instant);
  }
  return found;
}

function isDay({ frequency, interval, schedule }: Recurrence, date: Date, sinceStart: number): boolean {
  if (frequency === "Day") {
    if (schedule?.weekDays ?? schedule?.monthDays) throw new Error("The service takes these of weeks and months only");
    return sinceStart % interval === 0;
  }
  if (interval !== 1) throw new Error(`Not calculated here: each ${interval} ${frequency}`);
  if (frequency === "Week" && schedule?.monthDays === undefined)
    return schedule?.weekDays?.includes(weekDays[date.getUTCDay()] ?? "") === true;
  if (frequency === "Month" && schedule?.weekDays === undefined)
    return schedule?.monthDays?.includes(date.getUTCDate()) === true;
  throw new Error(`The service does not take ${JSON.stringify(schedule)} each ${frequency}`);
}
