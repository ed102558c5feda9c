import type { RunProgress } from "../progress.js";
import type { Functions } from "./functions.js";

/** An event, but for the wave that it came in. */
type Told = Omit<Extract<RunProgress, { readonly kind: "event" }>, "wave">;

/**
 * How often a flow's pipeline is run after a wave: once, as somebody does by hand; where so many functions `ran` and it waits for their events,
 * once for each trigger that fires.
 */
export function startsOf(functions: Functions | undefined, ran: number, tell: (event: Told) => void): number {
  const arrived = functions?.arrived() ?? [];
  for (const { event, starts } of arrived)
    tell({ kind: "event", type: event.eventType, subject: event.subject, starts });
  if (ran === 0 || !functions?.waitsForEvents) return 1;
  return arrived.reduce((sum, one) => sum + one.starts, 0);
}
