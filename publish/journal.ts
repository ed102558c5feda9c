import { comparable } from "./comparable.js";
import { isJob } from "./kinds.js";
import type { Plan } from "./plan.js";
import { hashOf } from "./records.js";
import { type Begun, begunAlso, type State, type Things } from "./state.js";
import { type Step, stepId } from "./step.js";
import type { Live, ThingId } from "./thing.js";
import { told } from "./told.js";

/** What has to be known of a step also where its publisher dies in the middle of it. */
export interface Notes {
  /** A thing was made, and the service calls it so. */
  made(thing: ThingId, address: string): Promise<void>;
  /** A run of a job is about to be cancelled. */
  cancels(job: ThingId, run: string): Promise<void>;
  /** Whether a run of a job was cancelled by this publishing, or by one before that has not started the job again. */
  hasCancelled(job: ThingId, run: string): boolean;
  /** A job was started: what was cancelled before is nothing to it any more. */
  started(job: ThingId): Promise<void>;
}

/** Writes into the state while a publishing goes on. */
export class Journal implements Notes {
  private known: State["addresses"] = {};
  /** Of all that was asked for so far: a blob is written by one request at a time. */
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly state: State,
    private begun: Begun,
    private readonly write: (state: State) => Promise<void>,
  ) {}

  /** How services call what was made. */
  get addresses(): State["addresses"] {
    return this.known;
  }

  made(thing: ThingId, address: string): Promise<void> {
    this.known = { ...this.known, [thing]: address };
    this.begun = withoutMaking(this.begun, [thing]);
    return this.noted();
  }

  /** What was to be made and for certain was not: it was never asked for, or refused. */
  async notMade(things: readonly ThingId[]): Promise<void> {
    if (things.every((thing) => !Object.hasOwn(this.begun.making, thing))) return;
    this.begun = withoutMaking(this.begun, things);
    await this.noted();
  }

  async cancels(job: ThingId, run: string): Promise<void> {
    const known = cancelledOf(this.begun, job);
    if (known.includes(run)) return;
    this.begun = { ...this.begun, cancelled: { ...this.begun.cancelled, [job]: [...known, run] } };
    await this.noted();
  }

  hasCancelled(job: ThingId, run: string): boolean {
    return cancelledOf(this.begun, job).includes(run);
  }

  async started(job: ThingId): Promise<void> {
    const { [job]: known, ...others } = this.begun.cancelled;
    if (known === undefined) return;
    this.begun = { ...this.begun, cancelled: others };
    await this.noted();
  }

  /** That it cannot be written is no word of the service that was asked for the step. */
  private noted(): Promise<void> {
    return told("the state, where it is noted what is done", this.kept());
  }

  /** Begins the journal, and keeps what has come to it. */
  kept(): Promise<void> {
    const { state, begun } = this;
    const next = { ...state, addresses: { ...state.addresses, ...this.known }, begun };
    this.written = this.written.catch(() => undefined).then(() => this.write(next));
    return this.written;
  }
}

const withoutMaking = (begun: Begun, things: readonly ThingId[]): Begun => ({
  ...begun,
  making: Object.fromEntries(Object.entries(begun.making).filter(([thing]) => !things.includes(thing))),
});

/** The journal of a publishing that is begun now, with what is still to be known of one before that was broken off. */
export function begunAnew(
  before: Begun | undefined,
  { digest, steps }: Plan,
  things: Things,
  making: Begun["making"],
): Begun {
  const stops = stoppedBefore(before, steps).map((thing) => ({ id: stepId("stop", thing), before: null, after: null }));
  return {
    digest,
    steps: [...steps.map(journalled), ...stops],
    things: begunAlso(before, things),
    cancelled: before?.cancelled ?? {},
    // What one before may have made is seen by now, or was not made: else there would be no plan to carry out.
    making,
  };
}

const journalled = ({ id, before, value, kind }: Step) => ({
  id,
  before: before ?? null,
  after: value === undefined ? null : hashOf(comparable(kind, value)),
});

/** What a publishing before, which was broken off, has stopped: this one is to go on with it, and need not stop it any more. */
export function stoppedBefore(begun: Begun | undefined, steps: readonly Step[]): readonly ThingId[] {
  const isNeeded = new Set(steps.filter(({ action }) => action === "stop").map(({ thing }) => thing));
  const before = steps.filter(({ thing, kind }) => !isNeeded.has(thing) && wasStopped(begun, { id: thing, kind }));
  return [...new Set(before.map(({ thing }) => thing))];
}

/** What was stopped so is nobody's wish: the service does not tell who has cancelled a run. One that has not ended yet is waited for. */
export const unlessStoppedByUs = (live: Live, { begun }: State): Live =>
  live.state === "Cancelled" && wasStopped(begun, live)
    ? { ...live, state: live.ended === undefined ? "Started" : "Stopped" }
    : live;

/**
 * Whether a publishing before, which was broken off, has stopped a thing, or may have: of a trigger its steps say it; of a job the runs
 * that it cancelled, among them the one that is asked for.
 */
function wasStopped(begun: Begun | undefined, { id, kind, run }: Pick<Live, "id" | "kind" | "run">): boolean {
  if (!isJob(kind)) return begun?.steps.some((step) => step.id === stepId("stop", id)) === true;
  const runs = cancelledOf(begun, id);
  return run === undefined ? runs.length > 0 : runs.includes(run);
}

/** The runs of a job that were cancelled by a publishing which has not started it again. */
export const cancelledOf = (begun: Begun | undefined, job: ThingId): readonly string[] =>
  begun !== undefined && Object.hasOwn(begun.cancelled, job) ? (begun.cancelled[job] ?? []) : [];
