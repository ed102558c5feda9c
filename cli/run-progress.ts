import type { RunProgress } from "../local/progress.js";

/** A line for what a run tells as it goes; what a notebook prints is its own log and is left out. */
export function progressLine(event: Exclude<RunProgress, { readonly kind: "tally" }>): string | undefined {
  switch (event.kind) {
    case "engine":
      return event.line;
    case "fed":
      if (event.what === "file")
        return `[${event.wave}] ${event.source}: ${event.file}${event.sent === 0 ? " (was sent before)" : ""}`;
      if (event.what === "rows")
        return `${wave(event)}${event.source}: ${event.sent} rows put into its table from ${event.file}${skipped(event.skipped)}`;
      return event.isDone
        ? `${wave(event)}${event.source}: ${event.sent} events sent from ${event.file}${skipped(event.skipped)}`
        : undefined;
    case "captured":
      return `${wave(event)}${event.source}: ${event.events} events in ${event.files} capture files`;
    case "event":
      return `[${event.wave}] event ${event.type}, ${event.subject}: ${event.starts === 0 ? "starts nothing" : `starts the pipeline${event.starts === 1 ? "" : ` ${event.starts} times`}`}`;
    case "activity":
      return activityLine(event);
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

/** What only holds others: what is in them is told. */
const containers = ["ForEach", "IfCondition", "Switch"];

/** How an activity ended: `[1] users/bronze.users / land the rows: 7 rows, Interval 2020-01-01 .. 2026-03-29, 0.2 s`. */
function activityLine({ event, ...of }: Extract<RunProgress, { readonly kind: "activity" }>): string | undefined {
  if (event.state === "started" || (containers.includes(event.type) && event.state === "Succeeded")) return undefined;
  const name = `${wave(of)}${[...event.within, event.activity].join(" / ")}`;
  if (event.error !== undefined) return `${name}: ${event.state === "Failed" ? "failed" : event.state}: ${event.error}`;
  const rows = event.output["rowsCopied"];
  const properties = Object.entries(event.properties).map(([property, value]) => `${property} ${String(value)}`);
  const told = [...(typeof rows === "number" ? [`${rows} rows`] : []), ...properties, `${event.seconds.toFixed(1)} s`];
  return `${name}: ${told.join(", ")}`;
}

const wave = ({ wave: at }: { readonly wave?: number }): string => (at === undefined ? "" : `[${at}] `);

const skipped = (rows: number): string => (rows === 0 ? "" : ` (${rows} were sent before)`);
