import { daysKept } from "./pipeline-runs.js";
import type { JobStatus, PipelineStatus, Status, TriggerStatus } from "./status.js";

/** What runs, for people. */
export function statusText({ project, environment, pipelines, triggers, jobs, rights, hidden }: Status): string {
  const parts = [
    section("Pipelines, each by its last run", pipelines, pipelineText),
    section("Triggers", triggers, ({ state }) => triggerWords[state]),
    section("Jobs that are kept running", jobs, (job) => jobWords[job.state](job)),
    section("Rights, as they were published", rights, ({ at }) => at),
    section(
      "Not to be viewed by whoever asks",
      hidden.map((name) => ({ name })),
      () => "",
    ),
  ].flat();
  return `${[`${project} → ${environment}`, ...(parts.length === 0 ? ["  nothing of the project is there"] : parts)].join("\n")}\n`;
}

function section<One extends { readonly name: string }>(
  title: string,
  all: readonly One[],
  text: (one: One) => string,
): readonly string[] {
  const width = Math.max(0, ...all.map(({ name }) => name.length));
  const lines = all.map((one) => `    ${one.name.padEnd(width)}  ${text(one)}`.trimEnd());
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

function pipelineText({ run }: PipelineStatus): string {
  if (run === null) return `no run in the last ${daysKept} days`;
  const { state, start, end, message } = run;
  const when = [start && ` from ${minute(start)}`, end && ` to ${minute(end)}`].filter((one) => one !== undefined);
  return `${state}${when.join("")}${message === undefined ? "" : `: ${message.replace(/\s+/g, " ").trim()}`}`;
}

/** `2026-11-27T04:00:12.345Z` as `2026-11-27 04:00 UTC`; what is of another form stays. */
const minute = (instant: string): string => instant.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):[\d.]+Z$/, "$1 $2 UTC");

const triggerWords: Readonly<Record<TriggerStatus["state"], string>> = {
  Started: "fires",
  Stopped: "is stopped",
  Unsubscribed: "is started, and not subscribed to its events: it never fires. Publish again",
};

const jobWords: Readonly<Record<JobStatus["state"], (job: JobStatus) => string>> = {
  running: ({ run }) => `runs (run ${run})`,
  cancelled: ({ run }) => `is stopped: somebody cancelled its run ${run}`,
  "handed-over": ({ run }) =>
    `is stopped: a publishing that was broken off, or goes on, cancelled its run ${run}. Publish again`,
  ended: ({ run, ended }) => `does not run: its last run ${run} ended with ${ended}. Publishing starts it`,
  never: () => "does not run, and no run of it is known. Publishing starts it",
};
