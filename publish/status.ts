import type { Destination } from "./destination.js";
import { unlessStoppedByUs } from "./journal.js";
import { isJob, isTrigger, kinds } from "./kinds.js";
import { isOurs } from "./ours.js";
import type { Patience } from "./patience.js";
import type { PipelineRun } from "./pipeline-runs.js";
import { textAt } from "./records.js";
import type { Services } from "./services.js";
import type { State } from "./state.js";
import type { Live, RunState, ThingId } from "./thing.js";
import { Turns } from "./turns.js";

/** What of a project runs in an environment. Made by reading only. */
export interface Status {
  readonly version: 1;
  readonly project: string;
  readonly environment: string;
  readonly pipelines: readonly PipelineStatus[];
  readonly triggers: readonly TriggerStatus[];
  readonly jobs: readonly JobStatus[];
  /** Databases in which rights were published; what they are now is not asked. */
  readonly rights: readonly RightsStatus[];
  /** Jobs that are there, or may have been made by a publishing that was broken off, and that whoever asks may not view. */
  readonly hidden: readonly ThingId[];
}

export interface PipelineStatus {
  readonly name: string;
  /** Its last run; null: none is known. */
  readonly run: PipelineRun | null;
}

export interface TriggerStatus {
  readonly name: string;
  readonly state: Exclude<RunState, "Cancelled">;
}

/** A job that is to be kept running. */
export interface JobStatus {
  readonly name: string;
  /** `cancelled`: by a person. `handed-over`: by a publishing that has not started it again. `ended`: by itself. `never`: no run is known. */
  readonly state: "running" | "cancelled" | "handed-over" | "ended" | "never";
  /** The number of its last run. */
  readonly run: string | null;
  /** Why that has ended, in the service's word. */
  readonly ended: string | null;
}

export interface RightsStatus {
  /** The connection. */
  readonly name: string;
  /** `shop.example.org:5432/shop` */
  readonly at: string;
}

/** Asks for all of it; of pipelines each by itself, as the service has no question for the last run of several. */
export async function statusOf(
  { project, environment }: Destination,
  services: Pick<Services, "read" | "planeOf">,
  { requests }: Patience,
  now: Date,
): Promise<Status> {
  const { live, state, hidden, unsure } = await services.read();
  const ours = live.filter(({ isMarked }) => isMarked).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const turns = new Turns(requests);
  const pipelines = ours.filter(({ kind }) => kind.name === "pipeline" || kind.name === "synapse.pipeline");
  return {
    version: 1,
    project,
    environment,
    pipelines: await Promise.all(
      pipelines.map(async ({ name, kind }) => {
        const run = await turns.take(async () => services.planeOf(kind.name).lastRun?.(name, now));
        return { name, run: run ?? null };
      }),
    ),
    triggers: ours.filter(({ kind }) => isTrigger(kind)).map(triggerStatus),
    jobs: ours
      .filter((one) => isJob(one.kind) && isOurs(one, state))
      .map((one) => jobStatus(one, unlessStoppedByUs(one, state))),
    rights: Object.keys(state.published).flatMap((thing) => rightsStatus(thing, state)),
    hidden: [...hidden, ...unsure.map(({ thing }) => thing)],
  };
}

function rightsStatus(thing: ThingId, { published }: State): readonly RightsStatus[] {
  const [kind, name = ""] = thing.split("/");
  const at = textAt(published[thing], "at");
  return kind === kinds.rights.name && at !== undefined ? [{ name, at }] : [];
}

const triggerStatus = ({ name, state }: Live): TriggerStatus => ({
  name,
  state: state === "Started" || state === "Unsubscribed" ? state : "Stopped",
});

function jobStatus({ name, state, run, ended }: Live, told: Live): JobStatus {
  const by = (): JobStatus["state"] => {
    if (state === "Started") return "running";
    if (state === "Cancelled") return told.state === "Cancelled" ? "cancelled" : "handed-over";
    return ended === undefined ? "never" : "ended";
  };
  return { name, state: by(), run: run ?? null, ended: ended ?? null };
}

/** Whether nothing is but as somebody wishes it: what a person has stopped or cancelled is. */
export const isWell = ({ pipelines, triggers, jobs, hidden }: Status): boolean =>
  pipelines.every(({ run }) => run?.state !== "Failed") &&
  triggers.every(({ state }) => state !== "Unsubscribed") &&
  jobs.every(({ state }) => state === "running" || state === "cancelled") &&
  hidden.length === 0;
