import type { PeriodUnit } from "./file-set-source.js";

/**
 * The date parts that a path may have, as .NET spells them.
 * https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export const dateParts = ["yyyy", "MM", "dd", "HH"] as const;

export type DatePart = (typeof dateParts)[number];

/** What stands in braces in a path, without them, each as often as it does. */
export const partsIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^}]*)\}/g)].map(([, part = ""]) => part);

export const hasParts = (path: string): boolean => partsIn(path).length > 0;

export const isDatePart = (part: string): part is DatePart => dateParts.some((one) => one === part);

/** What a path's files are of; what it lacks of that is reported elsewhere. */
export const unitOf = (path: string): PeriodUnit => (partsIn(path).includes("HH") ? "hour" : "day");

/** The date parts that a path needs and has not. */
export function partsLacking(path: string): readonly DatePart[] {
  const has = partsIn(path);
  return dateParts.filter((part) => part !== "HH" && !has.includes(part));
}

/** The beginning of a period as marks have it, `2026-01-01 05:00:00`; undefined: there is no such day, or no such hour of it. */
export function beginOf(start: string, unit: PeriodUnit): string | undefined {
  const [day = "", hour] = start.split("T");
  if (unit === "day" && hour !== undefined) return undefined;
  const begin = `${day} ${hour ?? "00:00"}:00`;
  const at = Date.parse(`${begin.replace(" ", "T")}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(begin.replace(" ", "T")) ? begin : undefined;
}
