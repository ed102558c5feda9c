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
  return names().findWindows(iana)[0] ?? (isSpelling(iana, known) ? undefined : names().findWindows(known)[0]);
}

/** The time zone that was meant: of Windows' name, of another spelling, or the nearest. */
export function suggestedZone(written: string): string | undefined {
  const [ofWindows] = names().findIana(written);
  if (ofWindows !== undefined) return ofWindows;
  const known = canonical(written) ?? closest(written, Intl.supportedValuesOf("timeZone"));
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
