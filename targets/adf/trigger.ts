import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { TriggerIr } from "../../compiler/ir/trigger.js";
import { ownedBy } from "./names.js";
import { type Recurrence, recurrenceOf } from "./recurrence.js";
import { type PipelineReference, pipelineReference } from "./reference.js";

/** https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger */
export type ScheduleTrigger = {
  readonly name: string;
  readonly properties: {
    readonly annotations: readonly string[];
    /** What it is to be: the service takes it from its start and stop calls only. */
    readonly runtimeState: "Started";
    readonly pipelines: readonly [
      {
        readonly pipelineReference: PipelineReference;
        readonly parameters: { readonly [name: string]: never };
      },
    ];
    readonly type: "ScheduleTrigger";
    readonly typeProperties: { readonly recurrence: Recurrence };
  };
};

/** `starts`: the pipeline that it starts. */
export const triggerOf = (trigger: TriggerIr, starts: string, project: ProjectIr): ScheduleTrigger => ({
  name: trigger.name,
  properties: {
    annotations: [ownedBy(project), `sluice: ${trigger.origin.file.path}`],
    runtimeState: "Started",
    pipelines: [{ pipelineReference: pipelineReference(starts), parameters: {} }],
    type: "ScheduleTrigger",
    typeProperties: { recurrence: recurrenceOf(trigger) },
  },
});
