import type { LinkedTrigger } from "../model/linked-triggers.js";
import type { WindowDependency, WindowTrigger } from "../model/pipeline-trigger.js";
import type { PatternIr, TriggerIr, WindowDependencyIr, WindowTriggerIr } from "./trigger.js";

export function triggerOf(linked: LinkedTrigger): TriggerIr {
  const { name, origin } = linked.trigger;
  switch (linked.kind) {
    case "timed": {
      const { schedule, trigger, windowsZone } = linked;
      return { ...schedule, name, origin, timeZone: { iana: trigger.timeZone.name, windows: windowsZone } };
    }
    case "window":
      return windowOf(linked.trigger);
    case "on-file": {
      const { account, container, subscription, resourceGroup } = linked.connection;
      const home = { subscription, resourceGroup };
      const path = pathOf(linked.trigger.path);
      return { kind: "on-file", name, origin, ...home, account: account.values, container: container.values, path };
    }
    case "on-event": {
      const { topic, types, subject, subscription, resourceGroup } = linked.trigger;
      const pattern = subject === undefined ? undefined : patternOf(subject);
      return { kind: "on-event", name, origin, subscription, resourceGroup, topic, types, subject: pattern };
    }
  }
}

const windowOf = ({
  name,
  origin,
  count,
  unit,
  start,
  delay,
  atOnce,
  retry,
  dependsOn,
}: WindowTrigger): WindowTriggerIr => ({
  kind: "window",
  name,
  origin,
  count,
  unit,
  start,
  delaySeconds: seconds(delay?.milliseconds) ?? 0,
  atOnce,
  retry: retry && { attempts: retry.attempts, waitSeconds: retry.wait.milliseconds / 1000 },
  dependsOn: dependsOn.map((one) => dependencyOf(one, name)),
});

const dependencyOf = ({ trigger, offset, size }: WindowDependency, own: string): WindowDependencyIr => ({
  trigger: trigger.name === own ? undefined : trigger.name,
  offsetSeconds: seconds(offset),
  sizeSeconds: seconds(size),
});

const seconds = (milliseconds: number | undefined): number | undefined =>
  milliseconds === undefined ? undefined : milliseconds / 1000;

/** `incoming/` is all that is below it. */
const pathOf = (path: string): PatternIr =>
  path.endsWith("/") && !path.includes("*") ? { begins: path, ends: undefined } : patternOf(path);

/** `lists/*`; what has no star is the whole. */
function patternOf(text: string): PatternIr {
  const [begins = "", ends = begins] = text.split("*");
  return { begins: begins === "" ? undefined : begins, ends: ends === "" ? undefined : ends };
}
