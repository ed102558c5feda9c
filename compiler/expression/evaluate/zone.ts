import { daysOf, floorDiv, MICROS_A_DAY } from "./calendar.js";

/** A fixed offset in seconds, or a place by the time zone database. */
export type Zone = { readonly offset: number } | { readonly clock: Intl.DateTimeFormat };

/** A zone by its name as Java reads it, or undefined: `Z`, `+01:00`, `UTC+1`, `Europe/Warsaw`, `PST`. */
export function zoneOf(name: string): Zone | undefined {
  const written = name.replace(/([+-])(\d):/, "$10$2:").replace(/([+-])(\d\d):(\d)$/, "$1$2:0$3");
  const id = (Object.hasOwn(SHORT_NAMES, written) ? SHORT_NAMES[written] : undefined) ?? written;
  if (id === "Z" || id === "UTC" || id === "GMT" || id === "UT") return { offset: 0 };
  const offset = /^(?:UTC|GMT|UT)?([+-].*)$/.exec(id)?.[1];
  if (offset !== undefined) return offsetOf(offset);
  if (!/^[A-Z][A-Za-z0-9~/._+-]+$/.test(id)) return undefined;
  try {
    return { clock: clockOf(id) };
  } catch {
    return undefined;
  }
}

function offsetOf(text: string): Zone | undefined {
  const match = /^([+-])(\d{1,2})$|^([+-])(\d\d):?(\d\d)$|^([+-])(\d\d):(\d\d):(\d\d)$|^([+-])(\d\d)(\d\d)(\d\d)$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [sign, hours = "0", minutes = "0", seconds = "0"] = match.slice(1).filter((part) => part !== undefined);
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (Number(minutes) > 59 || Number(seconds) > 59 || total > 18 * 3600) return undefined;
  return { offset: sign === "-" ? -total : total };
}

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

/** How far the clock of the zone is ahead of UTC at a time, in microseconds. */
export function offsetAt(micros: bigint, zone: Zone): bigint {
  if ("offset" in zone) return BigInt(zone.offset) * 1_000_000n;
  const seconds = floorDiv(micros, 1_000_000n);
  const parts = new Map(
    zone.clock.formatToParts(new Date(Number(seconds) * 1000)).map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  const year = parts.get("era") === "BC" ? 1 - part("year") : part("year");
  const days = daysOf({ year, month: part("month"), day: part("day") });
  const ofDay = BigInt((part("hour") * 60 + part("minute")) * 60 + part("second"));
  return (days * (MICROS_A_DAY / 1_000_000n) + ofDay - seconds) * 1_000_000n;
}

/**
 * The time at which the clock of the zone shows this. What it shows twice was the first time; what it skips is as much later, as in
 * Java's `ZonedDateTime.ofLocal`.
 */
export function microsOfLocal(local: bigint, zone: Zone): bigint {
  const before = offsetAt(local - MICROS_A_DAY, zone);
  const early = local - before;
  if (offsetAt(early, zone) === before) return early;
  const after = offsetAt(local + MICROS_A_DAY, zone);
  const late = local - after;
  return offsetAt(late, zone) === after ? late : early;
}

/** `ZoneId.SHORT_IDS` */
const SHORT_NAMES: Readonly<Record<string, string | undefined>> = {
  ACT: "Australia/Darwin",
  AET: "Australia/Sydney",
  AGT: "America/Argentina/Buenos_Aires",
  ART: "Africa/Cairo",
  AST: "America/Anchorage",
  BET: "America/Sao_Paulo",
  BST: "Asia/Dhaka",
  CAT: "Africa/Harare",
  CNT: "America/St_Johns",
  CST: "America/Chicago",
  CTT: "Asia/Shanghai",
  EAT: "Africa/Addis_Ababa",
  ECT: "Europe/Paris",
  EST: "-05:00",
  HST: "-10:00",
  IET: "America/Indiana/Indianapolis",
  IST: "Asia/Kolkata",
  JST: "Asia/Tokyo",
  MIT: "Pacific/Apia",
  MST: "-07:00",
  NET: "Asia/Yerevan",
  NST: "Pacific/Auckland",
  PLT: "Asia/Karachi",
  PNT: "America/Phoenix",
  PRT: "America/Puerto_Rico",
  PST: "America/Los_Angeles",
  SST: "Pacific/Guadalcanal",
  VST: "Asia/Ho_Chi_Minh",
};
