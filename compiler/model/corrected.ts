import type { LinkedInput } from "./linked.js";
import { isReplaced } from "./replaced.js";

/** Whether a table holds windows that are corrected by rows which come late: then its rows change. */
export const isCorrected = (input: LinkedInput): boolean =>
  input.kind === "table" && input.windows !== undefined && input.watermark?.isCorrecting === true && !isReplaced(input);
