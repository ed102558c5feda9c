import type { Activity, Condition, Outcome } from "./activity.js";

/**
 * Whether an activity is run, once all that it depends on has ended: a condition of every one of them must hold. If not it is
 * skipped. https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-failure-error-handling
 */
export function isReached({ dependsOn }: Pick<Activity, "dependsOn">, outcomes: ReadonlyMap<string, Outcome>): boolean {
  return dependsOn.every(({ activity, conditions }) =>
    conditions.some((condition) => holds(condition, outcomes.get(activity))),
  );
}

/** A skipped activity has not completed. */
function holds(condition: Condition, outcome: Outcome | undefined): boolean {
  return condition === "Completed" ? outcome === "Succeeded" || outcome === "Failed" : condition === outcome;
}

/**
 * The activities by which a pipeline, or a container's turn, is judged: those that nothing depends on, and in the place of a
 * skipped one those that it depends on. It has succeeded if all of them have.
 */
export function judges(
  activities: readonly Pick<Activity, "name" | "dependsOn">[],
  outcomes: ReadonlyMap<string, Outcome>,
): readonly string[] {
  const byName = new Map(activities.map((activity) => [activity.name, activity]));
  const followed = new Set(activities.flatMap(({ dependsOn }) => dependsOn.map(({ activity }) => activity)));
  const found = new Set<string>();
  const judge = (name: string): void => {
    if (outcomes.get(name) !== "Skipped") found.add(name);
    else for (const { activity } of byName.get(name)?.dependsOn ?? []) judge(activity);
  };
  for (const { name } of activities) if (!followed.has(name)) judge(name);
  return [...found];
}

/** The activities that wait for each other; none where there is an order. */
export function circleOf(activities: readonly Pick<Activity, "name" | "dependsOn">[]): readonly string[] {
  let left = activities;
  for (;;) {
    const names = new Set(left.map(({ name }) => name));
    const next = left.filter(({ dependsOn }) => dependsOn.some(({ activity }) => names.has(activity)));
    if (next.length === left.length) return left.map(({ name }) => name);
    left = next;
  }
}
