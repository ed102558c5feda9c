import { defaultSteps } from "../../compiler/model/default-steps.js";
import { isSound } from "../../compiler/model/poisoned.js";
import type { Steps } from "../../compiler/model/steps.js";
import type { Section } from "./section.js";

/** How the steps of a pipeline that is started are tried, and who is told when it fails: what it says, and what it leaves to defaults. */
export function stepSections({ attempts, wait, timeout, tablesAtOnce: atOnce, webhook }: Steps): readonly Section[] {
  const waits = isSound(wait) ? wait.duration.text : undefined;
  const times = attempts === 1 ? "once" : `up to ${attempts} times`;
  const tried =
    attempts !== undefined &&
    (attempts === 0 ? "not tried again" : `tried again ${times}, ${waits ?? defaultSteps.wait.text} after a failure`);
  const taken = isSound(timeout) && `copying a table, and the notebooks, may take ${timeout.duration.text} each time`;
  const read = atOnce !== undefined && `${atOnce} tables of a database, or sources of files of a container, at once`;
  const told = webhook && `a failure is told to the address in the secret ${webhook.name}`;
  return [
    { title: "steps", lines: [tried, taken, read, told].filter((line) => typeof line === "string") },
    {
      title: "defaults",
      lines: [
        ...(attempts === undefined
          ? [`retry.attempts: ${defaultSteps.attempts}, of the notebooks ${defaultSteps.attemptsOfTaking} (built in)`]
          : []),
        ...(waits === undefined ? [`retry.wait: ${defaultSteps.wait.text} (built in)`] : []),
        ...(timeout ? [] : [`timeout: ${defaultSteps.timeout.text} (built in)`]),
        ...(atOnce === undefined ? [`tables_at_once: ${defaultSteps.tablesAtOnce} (built in)`] : []),
        ...(webhook ? [] : ["on_failure: nobody is told (built in)"]),
      ],
    },
  ];
}
