import type { RunProgress } from "../local/progress.js";

/** A line for what a run tells as it goes; what a notebook prints is its own log and is left out. */
export function progressLine(event: Exclude<RunProgress, { readonly kind: "tally" }>): string | undefined {
  switch (event.kind) {
    case "engine":
      return event.line;
    case "fed":
      if (event.what === "file")
        return `[${event.wave}] ${event.source}: ${event.file}${event.sent === 0 ? " (was sent before)" : ""}`;
      return event.isDone
        ? `${wave(event)}${event.source}: ${event.sent} events sent from ${event.file}${skipped(event.skipped)}`
        : undefined;
    case "captured":
      return `${wave(event)}${event.source}: ${event.events} events in ${event.files} capture files`;
    case "notebook":
      return event.event.kind === "finished"
        ? `${wave(event)}${event.event.notebook}: ${event.event.seconds.toFixed(1)} s`
        : undefined;
    case "beside":
      return "All queries run side by side. Ctrl-C stops the producers, drains what is there and ends.";
    case "draining":
      return "The producers stop, and what is there is drained. A second Ctrl-C stops at once.";
  }
}

const wave = ({ wave: at }: { readonly wave?: number }): string => (at === undefined ? "" : `[${at}] `);

const skipped = (rows: number): string => (rows === 0 ? "" : ` (${rows} were sent before)`);
