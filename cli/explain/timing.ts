import type { LinkedTable } from "../../compiler/model/linked.js";
import { clock, hour } from "./clock.js";

/** When a windowed result appears, told on a window of the day's morning; nothing for tables that follow their input. */
export function whenResultsAppear({ windows, watermark }: LinkedTable): readonly string[] {
  if (windows === undefined || watermark === undefined) return [];
  const { cut } = windows;
  const again = `${watermark.isOfSeveral ? " in every input" : ""}, and one more batch has run`;
  if (cut.kind === "session") {
    return [
      `a session appears once event time passes its last row by ${cut.gap.text} and ${watermark.delay.text}${again}`,
    ];
  }
  const start = 10 * hour + ((cut.offset?.milliseconds ?? 0) % hour);
  const end = start + cut.size.milliseconds;
  const appears = clock(end + watermark.delay.milliseconds);
  const per =
    cut.kind === "hopping"
      ? `; a row is in up to ${Math.ceil(cut.size.milliseconds / cut.hop.milliseconds)} windows`
      : "";
  return [`${clock(start)}–${clock(end)} appears once event time passes ${appears}${again}${per}`];
}
