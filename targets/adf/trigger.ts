import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { EventTriggerIr, TriggerIr } from "../../compiler/ir/trigger.js";
import { ownedBy } from "./names.js";
import { type Recurrence, recurrenceOf } from "./recurrence.js";
import { type PipelineReference, pipelineReference } from "./reference.js";
import { type TumblingWindowTrigger, windowTrigger } from "./window-trigger.js";

/** What every trigger has. */
export type TriggerBase = {
  readonly annotations: readonly string[];
  /** What it is to be: the service takes it from its start and stop calls only. */
  readonly runtimeState: "Started";
};

/** The one pipeline that a trigger starts, which asks for nothing. */
export type Started = readonly [
  { readonly pipelineReference: PipelineReference; readonly parameters: { readonly [name: string]: never } },
];

/** https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger */
export type ScheduleTrigger = {
  readonly name: string;
  readonly properties: TriggerBase & {
    readonly pipelines: Started;
    readonly type: "ScheduleTrigger";
    readonly typeProperties: { readonly recurrence: Recurrence };
  };
};

/** `starts`: the pipeline that it starts; `loads`: which takes only what is loaded. */
export function triggerOf(
  trigger: Exclude<TriggerIr, EventTriggerIr>,
  starts: string,
  project: ProjectIr,
  loads = false,
): ScheduleTrigger | TumblingWindowTrigger {
  const base = baseOf(trigger, project);
  if (trigger.kind === "window") return windowTrigger(trigger, base, starts, loads);
  return {
    name: trigger.name,
    properties: {
      ...base,
      pipelines: started(starts),
      type: "ScheduleTrigger",
      typeProperties: { recurrence: recurrenceOf(trigger) },
    },
  };
}

export const baseOf = ({ origin }: TriggerIr, project: ProjectIr): TriggerBase => ({
  annotations: [ownedBy(project), `sluice: ${origin.file.path}`],
  runtimeState: "Started",
});

export const started = (pipeline: string): Started => [
  { pipelineReference: pipelineReference(pipeline), parameters: {} },
];
