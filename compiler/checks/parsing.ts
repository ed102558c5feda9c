import type { LinkedInput, LinkedTable } from "../model/linked.js";
import { isOfEvents } from "../model/views.js";

/** The table below which an input's rows are no longer events: the one that can declare a watermark. Undefined: they still are. */
export function parsing(input: LinkedInput): LinkedTable | undefined {
  let parsed: LinkedTable | undefined;
  for (let at = input; at.kind === "table" && !isOfEvents(at); [at] = at.inputs) parsed = at;
  return parsed;
}
