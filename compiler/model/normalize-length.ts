import type { EveryUnit } from "./pipeline-trigger.js";

/** Sixty minutes are an hour, always; 24 hours are not a day where clocks are changed. */
export function lengthOf(text: string): { readonly count: number; readonly unit: EveryUnit } {
  const count = Number.parseInt(text, 10);
  if (text.includes("day")) return { count, unit: "day" };
  if (text.includes("hour")) return { count, unit: "hour" };
  return count % 60 === 0 ? { count: count / 60, unit: "hour" } : { count, unit: "minute" };
}
