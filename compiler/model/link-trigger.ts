import type { Report } from "../diagnostics/report.js";
import type { DailyTrigger } from "./daily-trigger.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { LinkedTrigger } from "./linked-landings.js";
import { suggestedZone, windowsZone } from "./time-zone.js";

/** Looks the trigger's time zone up. Undefined if there is none of that name. */
export function linkTrigger(trigger: DailyTrigger, pipeline: string, report: Report): LinkedTrigger | undefined {
  const { name, origin } = trigger.timeZone;
  const zone = windowsZone(name);
  if (zone !== undefined) return { pipeline, trigger, windowsZone: zone };
  report.add(landingDiagnostics.unknownTimeZone.at(origin, { zone: name, suggestion: suggestedZone(name) }));
  return undefined;
}
