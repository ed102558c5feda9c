import type { FlowIr } from "../../compiler/ir/flow.js";
import type { WindowDependencyIr, WindowTriggerIr } from "../../compiler/ir/trigger.js";
import { call, type Evaluated, evaluated, quoted, windowEnd, windowStart } from "./expression.js";
import { type PipelineReference, pipelineReference } from "./reference.js";
import type { TriggerBase } from "./trigger.js";

/** https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger */
export type TumblingWindowTrigger = {
  readonly name: string;
  readonly properties: TriggerBase & {
    readonly pipeline: {
      readonly pipelineReference: PipelineReference;
      readonly parameters: { readonly [name: string]: Evaluated };
    };
    readonly type: "TumblingWindowTrigger";
    readonly typeProperties: {
      readonly frequency: "Minute" | "Hour";
      readonly interval: number;
      readonly startTime: string;
      readonly delay: string;
      readonly maxConcurrency: number;
      readonly retryPolicy?: { readonly count: number; readonly intervalInSeconds: number };
      readonly dependsOn?: readonly Dependency[];
    };
  };
};

/** https://learn.microsoft.com/azure/data-factory/tumbling-window-trigger-dependency */
type Dependency = (
  | {
      readonly type: "TumblingWindowTriggerDependencyReference";
      readonly referenceTrigger: { readonly referenceName: string; readonly type: "TriggerReference" };
    }
  | { readonly type: "SelfDependencyTumblingWindowTriggerReference" }
) & { readonly offset?: string; readonly size?: string };

/** The pipeline's parameter: rows are read whose cursor is before it. */
export const readUntil = "read_until";

/**
 * With a blank, as a `datetime2` takes it in any language: of a text with a `T` Data Factory may make a date in the form of its own
 * machine. https://github.com/Azure/Azure-DataFactory/issues/620
 */
const timeFormat = "yyyy-MM-dd HH:mm:ss.fffffff";

/** The same of a window told to a function: it begins and ends at a whole second. */
const boundFormat = "yyyy-MM-dd HH:mm:ss";

/** Of a run that no window has started: no row is at the end of all times. */
const noEnd = "9999-12-31 23:59:59.9999999";

/** What a pipeline of windows may be given beside its tables. */
export const capOf = (isCapped: boolean) =>
  isCapped ? { [readUntil]: { type: "string", defaultValue: noEnd } as const } : {};

export const hasWindows = ({ triggers }: FlowIr): boolean => triggers.some(({ kind }) => kind === "window");

/** The parameters of a pipeline whose functions are told the window. */
export const windowBounds = ["window_start", "window_end"] as const;

/** A run that no window has started has none. */
export const windowOf = (isOfWindows: boolean) =>
  Object.fromEntries(
    isOfWindows ? windowBounds.map((name) => [name, { type: "string", defaultValue: "" } as const]) : [],
  );

/** As functions are told them, in UTC: `2026-11-27 05:00:00`. */
const toldBounds = {
  window_start: evaluated(call("formatDateTime", windowStart, quoted(boundFormat))),
  window_end: evaluated(call("formatDateTime", windowEnd, quoted(boundFormat))),
} satisfies Record<(typeof windowBounds)[number], Evaluated>;

/** `loads`: the pipeline takes only what is loaded, and nothing is read up to a window's end. */
export const windowTrigger = (
  trigger: WindowTriggerIr,
  base: TriggerBase,
  starts: string,
  loads: boolean,
): TumblingWindowTrigger => ({
  name: trigger.name,
  properties: {
    ...base,
    pipeline: {
      pipelineReference: pipelineReference(starts),
      parameters: loads
        ? toldBounds
        : { [readUntil]: evaluated(call("formatDateTime", windowEnd, quoted(timeFormat))) },
    },
    type: "TumblingWindowTrigger",
    typeProperties: {
      frequency: trigger.unit === "hour" ? "Hour" : "Minute",
      interval: trigger.count,
      startTime: trigger.start,
      delay: timeSpan(trigger.delaySeconds),
      maxConcurrency: trigger.atOnce,
      ...(trigger.retry === undefined
        ? {}
        : { retryPolicy: { count: trigger.retry.attempts, intervalInSeconds: trigger.retry.waitSeconds } }),
      ...(trigger.dependsOn.length === 0 ? {} : { dependsOn: trigger.dependsOn.map(dependency) }),
    },
  },
});

function dependency({ trigger, offsetSeconds, sizeSeconds }: WindowDependencyIr): Dependency {
  const stretch = {
    ...(offsetSeconds === undefined ? {} : { offset: timeSpan(offsetSeconds) }),
    ...(sizeSeconds === undefined ? {} : { size: timeSpan(sizeSeconds) }),
  };
  if (trigger === undefined) return { type: "SelfDependencyTumblingWindowTriggerReference", ...stretch };
  const referenceTrigger = { referenceName: trigger, type: "TriggerReference" } as const;
  return { type: "TumblingWindowTriggerDependencyReference", referenceTrigger, ...stretch };
}

/** `01:30:00`, `-2.00:00:00` */
export function timeSpan(seconds: number): string {
  const [sign, length] = seconds < 0 ? ["-", -seconds] : ["", seconds];
  const days = Math.floor(length / 86_400);
  const parts = [Math.floor(length / 3600) % 24, Math.floor(length / 60) % 60, length % 60];
  return `${sign}${days === 0 ? "" : `${days}.`}${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
}
