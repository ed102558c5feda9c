import type { RunProgress } from "../local/drain.js";

/** A line for what a run tells as it goes; what a notebook prints is its own log and is left out. */
export function progressLine(event: RunProgress): string | undefined {
  switch (event.kind) {
    case "engine":
      return event.line;
    case "fed":
      return event.isDone
        ? `[${event.wave}] ${event.source}: ${event.sent} events sent from ${event.file}${skipped(event.skipped)}`
        : undefined;
    case "captured":
      return `[${event.wave}] ${event.source}: ${event.events} events in ${event.files} capture files`;
    case "notebook":
      return event.event.kind === "finished"
        ? `[${event.wave}] ${event.event.notebook}: ${event.event.seconds.toFixed(1)} s`
        : undefined;
  }
}

const skipped = (rows: number): string => (rows === 0 ? "" : ` (${rows} were sent before)`);
