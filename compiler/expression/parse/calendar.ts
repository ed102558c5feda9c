/** Why a text is no date or timestamp literal, if it is none. */
export function calendarProblem(kind: "date" | "timestamp", text: string): string | undefined {
  if (isClockWord(text))
    return "stands for a moment of the wall clock, so a replay would not compute the same rows. Write the day itself, or use a time of the row.";
  const match = (kind === "date" ? DATE : TIMESTAMP).exec(text);
  if (match === null)
    return kind === "date"
      ? "is no date: write it as '2026-03-01'."
      : "is no timestamp: write it as '2026-03-01 10:00:00' or '2026-03-01T10:00:00Z'.";
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const last = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > last) return "is not a day of the calendar.";
  return undefined;
}

/** Words that Spark replaces by a time when they are a literal, and reads as nothing when they stand in a column. */
export const isClockWord = (text: string): boolean => /^\s*(epoch|now|today|tomorrow|yesterday)\s*\S*\s*$/i.test(text);

/** A time of day alone, which Spark reads as one of the day on which it reads it: `10:00`, `T10`. */
export const isTimeOfDay = (text: string): boolean => /^(?:T\d|[^!-~]*\d{1,2}:)/.test(text);

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})(?:[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-7]):[0-5]\d)?)?$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
