import type { Patience } from "./patience.js";

/** Looks again and again until it is so, and no longer than an operation may take. `what` is waited for, in a message. */
export async function until(
  { operation, poll }: Patience,
  what: string,
  isDone: () => Promise<boolean>,
): Promise<void> {
  for (const end = Date.now() + operation; !(await isDone()); ) {
    if (Date.now() > end) throw new Error(`Waited ${operation / 1000} seconds for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, poll));
  }
}
