import { ActivityError } from "../activity.js";

/**
 * A point in time, as the database writes it (`2024-01-01 10:00:00.123457`, `2024-01-01`), in a .NET format. The formats that
 * mappings have: numbers of fixed width and what stands between them.
 * https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export function formatMoment(moment: string, format: string): string {
  const read = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?$/.exec(moment);
  if (read === null) throw new ActivityError(`'${moment}' is no point in time between the years 1 and 9999.`);
  const [, yyyy = "", MM = "", dd = "", HH = "00", mm = "00", ss = "00", fraction = ""] = read;
  const parts: Readonly<Record<string, string>> = { yyyy, MM, dd, HH, mm, ss };
  return format.replace(/f+|'[^']*'|yyyy|MM|dd|HH|mm|ss|[A-Za-z]/g, (word) => {
    if (/^f{1,7}$/.test(word)) return fraction.padEnd(7, "0").slice(0, word.length);
    if (word.startsWith("'")) return word.slice(1, -1);
    const part = Object.hasOwn(parts, word) ? parts[word] : word === "T" || word === "Z" ? word : undefined;
    if (part === undefined)
      throw new ActivityError(`The format '${format}' has '${word}', which is not done on this machine.`);
    return part;
  });
}
