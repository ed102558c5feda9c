import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { Origin } from "../source/origin.js";
import type { FileSetSource, PeriodReading } from "./file-set-source.js";
import { periodDiagnostics } from "./period-diagnostics.js";
import { beginOf, dateParts, hasParts, isDatePart, partsIn, partsLacking } from "./periods.js";

/** Whether files that are landed say what must be said of periods, if their names carry such, and else nothing of them. */
export function checkPeriods(source: FileSetSource, report: Report): boolean {
  const { origin, path, reading } = source;
  const start = origin.child("start");
  if (reading.kind === "new-periods") {
    const isSound = [checkPath(source, report), checkStart(source, reading, report), checkSamples(source, report)];
    return isSound.every(Boolean);
  }
  if (start.isWritten) report.add(periodDiagnostics.startWithoutParts.at(start.key(), {}));
  return refuseParts(path, origin, reading.kind, report) && !start.isWritten;
}

/** Date parts mean nothing where all files are read; `read` undefined: of a stream. Whether there are none. */
export function refuseParts(path: string, origin: Origin, read: string | undefined, report: Report): boolean {
  if (!hasParts(path)) return true;
  report.add(periodDiagnostics.notOfNewFiles.at(origin.child("path"), { path, read }));
  return false;
}

function checkPath({ origin, path, reading }: FileSetSource, report: Report): boolean {
  const at = origin.child("path");
  const unknown = [...new Set(partsIn(path).filter((part) => !isDatePart(part)))];
  for (const part of unknown) report.add(periodDiagnostics.unknownPart.at(at, { part, suggestion: suggested(part) }));
  const lacking = unknown.length > 0 ? [] : partsLacking(path);
  const unit = reading.kind === "new-periods" ? reading.unit : "day";
  if (lacking.length > 0) report.add(periodDiagnostics.incomplete.at(at, { path, lacking, unit }));
  const isWild = path.slice(0, path.lastIndexOf("/") + 1).includes("*");
  if (isWild) report.add(periodDiagnostics.wildFolder.at(at, { path }));
  return unknown.length === 0 && lacking.length === 0 && !isWild;
}

/** `{mm}` may be another's month, and `{DD}` a day. */
const suggested = (part: string): string | undefined =>
  dateParts.find((one) => one.toLowerCase() === part.toLowerCase()) ?? closest(part, dateParts);

function checkStart({ origin }: FileSetSource, { unit, start, lag }: PeriodReading, report: Report): boolean {
  if (start === "") {
    report.add(periodDiagnostics.startMissing.at(origin.child("path"), { unit }));
    return false;
  }
  const begin = beginOf(start, unit);
  if (begin === undefined) {
    report.add(periodDiagnostics.startOfNothing.at(origin.child("start"), { start, unit }));
    return false;
  }
  if (lag === undefined) {
    const end = Date.parse(`${begin.replace(" ", "T")}Z`) + (unit === "day" ? 86_400_000 : 3_600_000);
    const over = new Date(end).toISOString().slice(0, 16).replace("T", " ");
    report.add(periodDiagnostics.withoutLag.at(origin.child("path"), { start, unit, over }));
  }
  return true;
}

/** Of each file that stands for others it is known of which period it is: by their path if that has any part of a date, else by its name. */
function checkSamples({ origin, path, samples }: FileSetSource, report: Report): boolean {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const ofPath = new Set(partsIn(path));
  const says = (text: string) => [...ofPath].every((part) => partsIn(text).includes(part));
  const silent = [...new Set(samples?.values())].find((one) => !says(hasParts(one) ? one : file));
  if (silent === undefined) return true;
  report.add(periodDiagnostics.samplesWithoutPeriod.at(origin.child("samples"), { samples: silent, path }));
  return false;
}
