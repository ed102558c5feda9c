import type { LinkedInput, LinkedTable } from "../model/linked.js";
import { isOfEvents } from "../model/views.js";

/** The table below which an input's rows are no longer events: the one that can declare a watermark. Undefined: they still are. */
export function parsing(input: LinkedInput): LinkedTable | undefined {
  if (input.kind === "raw" || isOfEvents(input)) return undefined;
  return parsing(input.inputs[0]) ?? input;
}
