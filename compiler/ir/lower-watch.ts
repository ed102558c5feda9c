import { groupsInOrder } from "../model/job-groups.js";
import type { LinkedPipeline } from "../model/linked.js";
import { someDay } from "../model/normalize-triggers.js";
import { watchName } from "../model/watch.js";
import type { WatchIr } from "./watch.js";

/** None where it is not to be looked whether streams run. */
export function watchOf(linked: LinkedPipeline): readonly WatchIr[] {
  const { watch, steps, name: pipeline } = linked.pipeline;
  if (watch === undefined) return [];
  const { origin, count, unit } = watch;
  const name = watchName(pipeline);
  return groupsInOrder(linked).map((job) => ({
    name,
    origin,
    job: job.name,
    trigger: {
      ...{ kind: "every", name, origin, count, unit },
      start: someDay,
      timeZone: { iana: "UTC", windows: "UTC" },
    },
    webhook: steps.webhook && { secret: steps.webhook.name },
  }));
}
