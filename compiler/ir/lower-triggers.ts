import type { LinkedTrigger } from "../model/linked-triggers.js";
import type { TriggerIr } from "./trigger.js";

export const triggerOf = ({ trigger, schedule, windowsZone }: LinkedTrigger): TriggerIr => ({
  ...schedule,
  name: trigger.name,
  origin: trigger.origin,
  timeZone: { iana: trigger.timeZone.name, windows: windowsZone },
});
