import type { Report } from "../diagnostics/report.js";
import type { Cursor } from "../model/database-source.js";
import { landingDiagnostics } from "../model/landing-diagnostics.js";
import { type ClockChange, shownAs, ZoneClock } from "../model/zone-clock.js";
import type { Check } from "./check.js";

const minute = 60_000;

/** A change of a zone's clocks that is further away may be given up until then. */
const yearsAhead = 10;

/** Stamps by which new and changed rows are found are of a clock that is said, and that is not put back. */
export const cursorClocks: Check = ({ pipelines }, report, now) => {
  for (const linked of pipelines.flatMap(({ flow }) => flow.sources)) {
    if (linked.kind !== "database" || linked.source.read.kind !== "incremental") continue;
    if (linked.reading.kind === "incremental" && linked.reading.cursor.type.kind === "timestamp")
      ofCursor(linked.source.read.cursor, report, now);
  }
};

function ofCursor({ column, lag, timeZone }: Cursor, report: Report, now: Date): void {
  const reaches = (minutes: number) => lag !== undefined && lag.milliseconds >= minutes * minute;
  if (timeZone === undefined) {
    const details = { column: column.name, lag: lag?.text, isShort: !reaches(60) };
    report.add(landingDiagnostics.cursorWithoutTimeZone.at(column.origin, details));
    return;
  }
  const change = new ZoneClock(timeZone.name).putBackAfter(now.getTime(), yearsAhead);
  if (change === undefined) return;
  const hour = shownTwice(change);
  const details = { column: column.name, zone: timeZone.name, hour, lag: lag?.text, isShort: !reaches(hour.minutes) };
  const { clockPutBack, orderWhereClockPutBack } = landingDiagnostics;
  report.add((details.isShort ? clockPutBack : orderWhereClockPutBack).at(timeZone.origin, details));
}

/** What clocks show twice when they are put back: of the day on which it begins, as at midnight they go back to the day before. */
function shownTwice({ at, from, to }: ClockChange) {
  const [, until = ""] = shownAs(at + from).split(" ");
  const [day = "", begin = ""] = shownAs(at + to).split(" ");
  return { day, from: begin, until, minutes: (from - to) / minute };
}
