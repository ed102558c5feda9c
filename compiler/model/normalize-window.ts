import type { Origin } from "../source/origin.js";
import type { BatchWindowSpec, WindowDependencySpec } from "../spec/spec.generated.js";
import { duration } from "./duration.js";
import { lengthOf } from "./normalize-length.js";
import { named } from "./normalize-parts.js";
import type { WindowDependency, WindowTrigger } from "./pipeline-trigger.js";

export function windowTrigger(name: string, spec: BatchWindowSpec, origin: Origin): WindowTrigger {
  const { every, start, delay, at_once, retry, depends_on } = spec;
  const { count, unit } = lengthOf(every);
  return {
    kind: "window",
    origin,
    name,
    // In UTC a day is 24 hours, always.
    ...(unit === "day" ? { count: count * 24, unit: "hour" } : { count, unit }),
    start,
    delay: delay === undefined ? undefined : duration(delay),
    atOnce: at_once ?? 1,
    retry: retry && { attempts: retry.attempts, wait: duration(retry.wait ?? "30 seconds") },
    dependsOn: (depends_on ?? []).map((one, index) => dependency(one, origin.child("window", "depends_on", index))),
  };
}

const dependency = ({ trigger, offset, size }: WindowDependencySpec, origin: Origin): WindowDependency => ({
  origin,
  trigger: named(trigger, origin.child("trigger")),
  offset: offset === undefined ? undefined : signed(offset),
  size: size === undefined ? undefined : duration(size).milliseconds,
});

const signed = (text: string): number =>
  text.startsWith("-") ? -duration(text.slice(1)).milliseconds : duration(text).milliseconds;
