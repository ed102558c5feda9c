import { fieldsOf, type Instant, ticksOf, ticksOfDay } from "./instant.js";

/** The start of the hour, day or month that a time is in. */
export function startOf(unit: "hour" | "day" | "month", instant: Instant): Instant {
  if (unit !== "month") return { ...instant, ticks: instant.ticks - (instant.ticks % ticksOf[unit]) };
  const { year, month } = fieldsOf(instant);
  return { ...instant, ticks: ticksOfDay(year, month, 1) ?? 0n };
}
