import type { Step, StepId } from "./step.js";

/**
 * Does steps, each when those before it are done, and no more than so many at a time. After a failure nothing new is begun; what is
 * under way is waited for, and the first failure is thrown.
 */
export async function inTurn(
  steps: readonly Step[],
  width: number,
  carryOut: (step: Step) => Promise<void>,
): Promise<void> {
  const done = new Set<StepId>();
  const left = new Set(steps);
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const begin = (step: Step): void => {
    left.delete(step);
    const running: Promise<void> = carryOut(step)
      .then(
        () => void done.add(step.id),
        (error: unknown) => void failures.push(error),
      )
      .finally(() => underWay.delete(running));
    underWay.add(running);
  };
  for (;;) {
    if (failures.length === 0)
      for (const step of left) if (underWay.size < width && step.after.every((id) => done.has(id))) begin(step);
    if (underWay.size === 0) break;
    await Promise.race(underWay);
  }
  if (failures.length > 0) throw failures[0];
}
