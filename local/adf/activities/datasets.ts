import { ActivityError } from "../activity.js";
import { evaluateDataset } from "../evaluate.js";
import { type Reader, readerOf } from "../reader.js";
import type { Reading } from "../reading.js";
import type { Scope } from "../scope.js";
import type { Reach } from "../world.js";

/** What an activity takes for a dataset. */
export interface Wanted<Said> {
  readonly type: string;
  readonly isTo: "read" | "written" | "used";
  readonly home: keyof typeof homes;
  /** What is said of it, once its parameters are known. */
  readonly read: (properties: Reader) => Said;
}

/** A dataset whose parameters are known. */
export interface Used<Said> {
  readonly said: Said;
  /** What it is in. */
  readonly linkedService: string;
}

const homes = {
  storage: (reach: Reach, linkedService: string): boolean => reach.hasStore(linkedService),
  API: (reach: Reach, linkedService: string): boolean => reach.hasApi?.(linkedService) ?? false,
};

/**
 * Reads what an activity uses, and tells what cannot be used here; of what depends on parameters that is told when the activity
 * runs, as an error of the activity.
 */
export function readDataset<Said>(
  use: Reader,
  reading: Reading,
  { type, isTo, home, read }: Wanted<Said>,
): (scope: Scope) => Used<Said> {
  const found = reading.dataset(use);
  if (found && found.dataset.type !== type)
    use.problem(`the dataset '${found.dataset.name}' is a ${found.dataset.type}, and a ${type} is ${isTo} here.`);
  if (found && !homes[home](reading.reach, found.dataset.linkedService))
    use.problem(`there is no ${home} of '${found.dataset.linkedService}' on this machine.`);
  return (scope) => {
    if (found === undefined) throw new ActivityError("There is no such dataset.");
    const problems: string[] = [];
    const properties = readerOf(evaluateDataset(found, scope), `dataset '${found.dataset.name}'`, problems);
    const said = read(properties);
    properties.done();
    if (problems.length > 0) throw new ActivityError(problems.join(" "));
    return { said, linkedService: found.dataset.linkedService };
  };
}
