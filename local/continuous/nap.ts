import { setTimeout } from "node:timers/promises";

/** Waits; a signal that is raised ends it early. */
export async function nap(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
