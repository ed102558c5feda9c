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
import { lengthOf } from "./normalize-length.js";
import { type Context, list, named } from "./normalize-parts.js";
import { topicTrigger } from "./normalize-topic.js";
import { windowTrigger } from "./normalize-window.js";
import type { CronTrigger, DailyTrigger, EveryTrigger, PipelineTrigger } from "./pipeline-trigger.js";
import type { Placeholders } from "./placeholders.js";

/** The day from which it is counted where nothing else is said: artifacts hold no time at which they were made. */
export const someDay = "2026-01-01T00:00:00";

/** What starts a pipeline, or comes before it. */
export const startOf = (
  name: string,
  spec: AnyTriggerSpec,
  origin: Origin,
  { placeholders }: Context,
): PipelineTrigger | After =>
  "after" in spec ? after(name, spec, origin) : pipelineTrigger(name, spec, origin, placeholders);

function after(name: string, { after: written }: AfterSpec, origin: Origin): After {
  const at = origin.child("after");
  const [first, ...rest] = typeof written === "string" ? [named(written, at)] : list(written, at);
  if (first === undefined) throw new Error("An 'after' that names nothing got past the schema");
  return { kind: "after", origin, name, pipelines: [first, ...rest] };
}

function pipelineTrigger(name: string, spec: TriggerSpec, origin: Origin, placeholders: Placeholders): PipelineTrigger {
  if ("every" in spec) return every(name, spec, origin);
  if ("daily" in spec) return daily(name, spec, origin);
  if ("cron" in spec) return cron(name, spec, origin);
  if ("window" in spec) return windowTrigger(name, spec.window, origin);
  if ("on_file" in spec) {
    const at = origin.child("on_file", "connection");
    return { kind: "on-file", origin, name, connection: named(spec.on_file.connection, at), path: spec.on_file.path };
  }
  return topicTrigger(name, spec.on_event, origin, placeholders);
}

const every = (name: string, { every, start, time_zone }: EveryTriggerSpec, origin: Origin): EveryTrigger => ({
  kind: "every",
  origin,
  name,
  ...lengthOf(every),
  start: start ?? someDay,
  timeZone: named(time_zone ?? "UTC", origin.child("time_zone")),
});

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
