import { findIana } from "windows-iana";
import { Problem } from "../problem.js";
import { type Instant, millisecondsOf, plusTicks, ticksOf } from "./instant.js";

/** A time zone, known by its Windows name: `Central European Standard Time`. */
export interface Zone {
  readonly name: string;
  readonly isUtc: boolean;
  /** Minutes that are added to UTC at that moment. */
  readonly offsetAt: (utc: Instant) => number;
}

export function zoneOf(name: string): Zone {
  if (name.toUpperCase() === "UTC") return { name: "UTC", isUtc: true, offsetAt: () => 0 };
  const iana = findIana(name)[0];
  if (iana === undefined) {
    throw new Problem(`'${name}' is no time zone that Windows knows, such as 'Central European Standard Time'`);
  }
  const format = new Intl.DateTimeFormat("en-US", { timeZone: iana, timeZoneName: "longOffset" });
  return { name, isUtc: false, offsetAt: (utc) => offsetOf(format, millisecondsOf(utc)) };
}

function offsetOf(format: Intl.DateTimeFormat, milliseconds: number): number {
  const text = format.formatToParts(milliseconds).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const found = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(text);
  // With seconds: the sun's time of a town.
  if (found === null) throw new Problem("there was no standard time yet");
  const [, sign, hours = "0", minutes = "0"] = found;
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}

/** What clocks show there. */
export function fromUtc(utc: Instant, zone: Zone): Instant {
  const shifted = shift(utc, zone.offsetAt(utc));
  return { ...shifted, kind: zone.isUtc ? "utc" : "unspecified" };
}

/** The moment at which clocks there show the time. A time that they never show, or show twice, is refused. */
export function toUtc(shown: Instant, zone: Zone): Instant {
  const around = [-ticksOf.day, ticksOf.day].map((ticks) => zone.offsetAt({ ticks: shown.ticks + ticks, kind: "utc" }));
  const moments = [...new Set(around)]
    .map((minutes) => ({ minutes, utc: shift(shown, -minutes) }))
    .filter(({ minutes, utc }) => zone.offsetAt(utc) === minutes);
  const [moment, other] = moments;
  if (moment === undefined) throw new Problem(`clocks of '${zone.name}' skip that time`);
  if (other !== undefined) throw new Problem(`clocks of '${zone.name}' show that time twice`);
  return { ...moment.utc, kind: "utc" };
}

const shift = (instant: Instant, minutes: number): Instant => plusTicks(instant, BigInt(minutes) * ticksOf.minute);
