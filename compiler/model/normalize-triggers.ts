import type { Origin } from "../source/origin.js";
import type {
  AfterSpec,
  AnyTriggerSpec,
  CronTriggerSpec,
  DailyTriggerSpec,
  EveryTriggerSpec,
  TriggerSpec,
} from "../spec/spec.generated.js";
import type { After } from "./after.js";
import { list, named } from "./normalize-parts.js";
import type { CronTrigger, DailyTrigger, EveryTrigger, EveryUnit, PipelineTrigger } from "./pipeline-trigger.js";

/** The day from which it is counted where nothing else is said: artifacts hold no time at which they were made. */
const someDay = "2026-01-01T00:00:00";

/** What starts a pipeline, or comes before it. */
export const startOf = (name: string, spec: AnyTriggerSpec, origin: Origin): PipelineTrigger | After =>
  "after" in spec ? after(name, spec, origin) : pipelineTrigger(name, spec, origin);

function after(name: string, { after: written }: AfterSpec, origin: Origin): After {
  const at = origin.child("after");
  const [first, ...rest] = typeof written === "string" ? [named(written, at)] : list(written, at);
  if (first === undefined) throw new Error("An 'after' that names nothing got past the schema");
  return { kind: "after", origin, name, pipelines: [first, ...rest] };
}

function pipelineTrigger(name: string, spec: TriggerSpec, origin: Origin): PipelineTrigger {
  if ("every" in spec) return every(name, spec, origin);
  if ("daily" in spec) return daily(name, spec, origin);
  return cron(name, spec, origin);
}

const every = (name: string, { every, start, time_zone }: EveryTriggerSpec, origin: Origin): EveryTrigger => ({
  kind: "every",
  origin,
  name,
  ...lengthOf(every),
  start: start ?? someDay,
  timeZone: named(time_zone ?? "UTC", origin.child("time_zone")),
});

/** Sixty minutes are an hour, always; 24 hours are not a day where clocks are changed. */
function lengthOf(text: string): { readonly count: number; readonly unit: EveryUnit } {
  const count = Number.parseInt(text, 10);
  if (text.includes("day")) return { count, unit: "day" };
  if (text.includes("hour")) return { count, unit: "hour" };
  return count % 60 === 0 ? { count: count / 60, unit: "hour" } : { count, unit: "minute" };
}

const daily = (name: string, { daily, time_zone }: DailyTriggerSpec, origin: Origin): DailyTrigger => ({
  kind: "daily",
  origin,
  name,
  times: typeof daily === "string" ? [daily] : daily,
  timeZone: named(time_zone, origin.child("time_zone")),
});

const cron = (name: string, { cron, time_zone }: CronTriggerSpec, origin: Origin): CronTrigger => ({
  kind: "cron",
  origin,
  name,
  cron,
  timeZone: named(time_zone, origin.child("time_zone")),
});
