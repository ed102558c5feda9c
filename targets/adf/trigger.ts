import type { TriggerIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { ownedBy } from "./names.js";
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
    readonly typeProperties: {
      readonly recurrence: {
        readonly frequency: "Day";
        readonly interval: 1;
        readonly startTime: string;
        readonly timeZone: string;
        readonly schedule: { readonly minutes: readonly [number]; readonly hours: readonly [number] };
      };
    };
  };
};

/** `starts`: the pipeline that it starts. */
export const triggerOf = (
  { name, origin, hour, minute, timeZone }: TriggerIr,
  starts: string,
  project: ProjectIr,
): ScheduleTrigger => ({
  name,
  properties: {
    annotations: [ownedBy(project), `sluice: ${origin.file.path}`],
    runtimeState: "Started",
    pipelines: [{ pipelineReference: pipelineReference(starts), parameters: {} }],
    type: "ScheduleTrigger",
    typeProperties: {
      recurrence: {
        frequency: "Day",
        interval: 1,
        // The first day that counts has passed: what is due is the schedule's next time, whenever the trigger is started.
        // With a zone of its own it is a time on that zone's clocks, without a Z; of UTC it has one.
        startTime: `2026-01-01T${two(hour)}:${two(minute)}:00${timeZone.windows === "UTC" ? "Z" : ""}`,
        timeZone: timeZone.windows,
        schedule: { minutes: [minute], hours: [hour] },
      },
    },
  },
});

const two = (number: number): string => String(number).padStart(2, "0");
