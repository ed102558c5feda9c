import { Problem } from "../problem.js";
import { type Instant, isInRange, ticksOf, ticksOfDay } from "./instant.js";
import { months, weekdays } from "./names.js";

const time = String.raw`(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?<fraction>\.\d+)?)?(?:\s*(?<half>[AaPp][Mm]))?`;
const zone = String.raw`(?:\s*(?<zone>[Zz]|GMT|[+-]\d{1,2}(?::?\d{2})?))?`;
const rest = `(?:(?:\\s+|\\s*[Tt]\\s*(?=\\d\\d:\\d\\d(?::\\d\\d|[^:]|$)))${time})?${zone}`;
const forms = [
  // 2020-01-31T13:04:05.1234567Z, and with other separators
  String.raw`(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})${rest}`,
  // 1/31/2020 1:04 PM
  String.raw`(?<month>\d{1,2})(?<mark>[-/.])(?<day>\d{1,2})\k<mark>(?<year>\d{4})${rest}`,
  // Fri, 31 Jan 2020 13:04:05 GMT
  String.raw`(?:(?<weekday>[A-Za-z]{3}),\s*)?(?<day>\d{1,2}) (?<month>[A-Za-z]{3}) (?<year>\d{4})(?:\s+${time})?${zone}`,
  // 2020-01
  String.raw`(?<year>\d{4})[-/](?<month>\d{1,2})`,
].map((form) => new RegExp(`^\\s*${form}\\s*$`));

/**
 * Reads a time as the engine does, in the forms that leave no doubt: ISO 8601, month first with slashes, RFC 1123. With an offset
 * it becomes UTC; without `Z` or offset it stays as it is.
 */
export function readInstant(text: string): Instant {
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const ticks = parts === undefined ? undefined : ticksOfParts(parts);
  if (parts === undefined || ticks === undefined || !isInRange(ticks)) {
    throw new Problem(`'${text}' is not a time such as 2026-01-31T13:04:05Z`);
  }
  return { ticks, kind: kindOf(parts["zone"]) };
}

type Parts = Readonly<Record<string, string | undefined>>;

function kindOf(written: string | undefined): Instant["kind"] {
  if (written === undefined) return "unspecified";
  return /^(?:z|gmt)$/i.test(written) ? "utc" : "local";
}

function ticksOfParts(parts: Parts): bigint | undefined {
  const day = ticksOfDay(Number(parts["year"]), monthOf(parts["month"] ?? ""), Number(parts["day"] ?? "1"));
  const within = ticksWithinDay(parts);
  const offset = offsetOf(parts["zone"] ?? "Z");
  if (day === undefined || within === undefined || offset === undefined) return undefined;
  const weekday = parts["weekday"]?.toLowerCase();
  if (weekday !== undefined && weekdays[Number((day / ticksOf.day + 1n) % 7n)]?.slice(0, 3).toLowerCase() !== weekday) {
    return undefined;
  }
  return day + within - offset;
}

function monthOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  return months.findIndex((name) => name.slice(0, 3).toLowerCase() === written.toLowerCase()) + 1;
}

function ticksWithinDay({ hour, minute, second, fraction, half }: Parts): bigint | undefined {
  const hours = hourOf(Number(hour ?? "0"), half?.toLowerCase());
  const [minutes, seconds] = [Number(minute ?? "0"), Number(second ?? "0")];
  if (hours === undefined || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const whole = BigInt(hours * 3600 + minutes * 60 + seconds) * ticksOf.second;
  // Digits beyond the seventh are rounded.
  return whole + BigInt(Math.round(Number(fraction ?? "0") * 10_000_000));
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour > 12 || hour < 1) return undefined;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

function offsetOf(written: string): bigint | undefined {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  if (sign === undefined) return 0n;
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 14 * 60) return undefined;
  return BigInt(sign === "-" ? -total : total) * ticksOf.minute;
}
