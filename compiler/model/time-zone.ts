import { createRequire } from "node:module";
import { closest } from "../diagnostics/suggest.js";

const require = createRequire(import.meta.url);

/** Loaded only where a pipeline has triggers. */
const names = (): typeof import("windows-iana") => require("windows-iana");

/**
 * The name by which Azure knows a time zone of the IANA database; undefined if there is none. Names that were given to zones
 * since the table of names was made are looked up by those that they had before.
 * https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones
 */
export function windowsZone(iana: string): string | undefined {
  const known = canonical(iana);
  if (known === undefined) return undefined;
  const movedTo = moved.get(known);
  if (movedTo !== undefined) return iana === known ? movedTo : undefined;
  return names().findWindows(iana)[0] ?? (isSpelling(iana, known) ? undefined : names().findWindows(known)[0]);
}

/**
 * Zones whose clocks were changed since the table of names was made, in which they still have the name of a zone that was not.
 * Each has the name of one with which it shares its clocks from then on. https://data.iana.org/time-zones/tzdb/NEWS
 */
const moved: ReadonlyMap<string, string> = new Map([
  ["America/Chihuahua", "Central Standard Time (Mexico)"], // 2022-10-30, with the end of summer time
  ["America/Ojinaga", "Central Standard Time"], // 2022-11-30, as the county across the border
  ["America/Scoresbysund", "Greenland Standard Time"], // 2024-03-31, as the rest of Greenland
  ["Antarctica/Casey", "W. Australia Standard Time"], // 2023-03-09
  ["Antarctica/Vostok", "West Asia Standard Time"], // 2023-12-18
  ["Asia/Almaty", "West Asia Standard Time"], // 2024-03-01, as all of Kazakhstan
  ["Asia/Qostanay", "West Asia Standard Time"], // 2024-03-01
]);

/** Whether the IANA database has a time zone, written so. */
export function isTimeZone(name: string): boolean {
  const known = canonical(name);
  return known !== undefined && !isSpelling(name, known);
}

/** The time zone that was meant: of Windows' name, of another spelling, or the nearest. */
export function suggestedZone(written: string): string | undefined {
  const zones = Intl.supportedValuesOf("timeZone");
  const ofName = names().findIana(written);
  const ofWindows =
    ofName.length === 0 ? undefined : [...ofName, ...zones].find((zone) => windowsZone(zone) === written);
  if (ofWindows !== undefined) return ofWindows;
  const known = canonical(written) ?? closest(written, zones);
  return known === written ? undefined : known;
}

/** Another way to write capital and small letters is not another name. */
const isSpelling = (one: string, other: string): boolean => one !== other && one.toLowerCase() === other.toLowerCase();

/** The name that the machine's own rules have a zone under; undefined if they have none, or it is only an offset. */
function canonical(zone: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions();
    return /^[A-Za-z]/.test(timeZone) ? timeZone : undefined;
  } catch {
    return undefined;
  }
}
