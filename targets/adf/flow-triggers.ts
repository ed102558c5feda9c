import type { FlowIr } from "../../compiler/ir/flow.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import type { EventTriggerIr, TriggerIr } from "../../compiler/ir/trigger.js";
import { startedBy } from "./master.js";

export const isOfEvents = (trigger: TriggerIr): trigger is EventTriggerIr =>
  trigger.kind === "on-file" || trigger.kind === "on-event";

/** Each with the pipeline that it starts: a flow's own, or the master that calls it. */
export const triggersOf = (flows: readonly FlowIr[], { chains }: ProjectIr) =>
  flows.flatMap((flow) => {
    const starts = startedBy(flow, chains);
    return starts === undefined
      ? []
      : flow.triggers.map((trigger) => ({ trigger, starts, loads: flow.landings.length === 0 }));
  });
