import { join } from "node:path";
import type { Walk } from "./adf/walk.js";
import type { WalkEvent } from "./adf/world.js";
import { capture } from "./capture/capture.js";
import { captureOf } from "./capture/source.js";
import { feeding } from "./feeding.js";
import { endsOfWaves } from "./files/periods.js";
import type { Functions } from "./functions/functions.js";
import { startsOf } from "./functions/starts.js";
import type { Apis } from "./http/apis.js";
import { hubFeeds, type LocalJob, type LocalNotebook, notebookName, type Places, placed } from "./job.js";
import { ensureTopic } from "./kafka/topics.js";
import { assertNoneMissing, readLedger, withDrained, writeLedger } from "./ledger.js";
import { type Drained, type Notes, notesOfNotebooks } from "./notes.js";
import type { RunProgress } from "./progress.js";
import type { RunRequest } from "./request.js";
import type { NotebookFailure, RunnerEvent } from "./runner/answers.js";
import type { NotebookRun, Runner } from "./runner/runner.js";
import type { Databases } from "./sql/databases.js";
import type { Wave } from "./waves.js";

/** The engines of a run while they are up. */
export interface Session {
  readonly runner: Runner;
  readonly places: Places;
  /** Where the job's pipeline lands tables of databases. */
  readonly databases?: Databases | undefined;
  /** The function apps that the job's pipeline calls, or waits for. */
  readonly functions?: Functions | undefined;
  /** The APIs that the job's pipeline lands. */
  readonly apis?: Apis | undefined;
  /** Runs the pipeline that starts the job; undefined: nothing does, and its notebooks run one after another. */
  readonly walk?: Walk | undefined;
}

export interface Draining {
  readonly request: RunRequest;
  readonly job: LocalJob;
  readonly waves: readonly Wave[];
  readonly session: Session;
  readonly progress: (event: RunProgress) => void;
}

/**
 * Takes wave after wave through the job. A wave that an earlier run drained is only counted: the notebooks must not see
 * it together with a part of the next one, or a killed run would batch otherwise than one that was not. If there is
 * nothing new at all the notebooks run once, since they themselves may be new.
 */
export async function drain(draining: Draining): Promise<Drained> {
  const { request, job, waves, session, progress } = draining;
  const { state, kafka } = session.places;
  const notes = notesOfNotebooks();
  let ledger = await readLedger(state);
  assertNoneMissing(ledger, waves);
  const alreadyDrained = Math.min(ledger.drained[job.job] ?? 0, waves.length);
  await ensureTopics(job, kafka);
  const { setUp, queries } = notebooksOf(job, request, session.places);
  let notebooks: readonly NotebookRun[] = [...setUp, ...queries];
  const feed = feeding(draining);
  const ends = endsOfWaves(waves, Date.now());
  for (const at of waves.keys()) {
    const fed = await feed(at, ledger);
    ledger = fed.ledger;
    const isLast = at === waves.length - 1;
    // A drained wave may have got another file since: of a source that had fewer files than the others.
    if (at < alreadyDrained && fed.sent === 0 && !(isLast && alreadyDrained === waves.length)) continue;
    const starts = startsOf(session.functions, fed.ofRuns, (event) => progress({ ...event, wave: at + 1 }));
    for (let left = starts; left > 0; left--) {
      const failure = await drainOnce(draining, notebooks, notes, at + 1, ends?.[at]);
      if (failure) return { failure, ...notes };
    }
    notebooks = queries;
    ledger = withDrained(ledger, job.job, Math.max(at + 1, alreadyDrained));
    await writeLedger(state, ledger);
  }
  return notes;
}

/** The topics that the job's sources read and its sinks write. */
export async function ensureTopics(job: LocalJob, kafka: string): Promise<void> {
  for (const topic of [...hubFeeds(job), ...(job.topics ?? [])])
    await ensureTopic(kafka, topic.topic, topic.partitions);
}

/**
 * Drains what has been sent: cuts the capture files, also those that are not full, and runs the notebooks in order, or the
 * pipeline that runs them. `until`: to the end of which period it reads files that are known by their names.
 */
export async function drainOnce(
  { job, session, progress }: Draining,
  notebooks: readonly NotebookRun[],
  notes: Notes,
  wave?: number,
  until?: string,
): Promise<NotebookFailure | undefined> {
  const of = wave === undefined ? {} : { wave };
  for (const source of hubFeeds(job)) {
    if (source.capture === null) continue;
    const to = { flush: true, now: Date.now() };
    const captured = await capture({ ...captureOf(source, source.capture, session.places), ...to });
    progress({ kind: "captured", ...of, source: source.source, ...captured });
  }
  const onNotebook = (event: RunnerEvent) => {
    notes.take(event);
    progress({ kind: "notebook", ...of, event });
  };
  if (session.walk) {
    const onActivity = (event: WalkEvent) => {
      notes.land(event, wave);
      progress({ kind: "activity", ...of, event });
    };
    return session.walk({ onNotebook, onActivity }, until === undefined ? {} : { read_until: until });
  }
  const outcome = await session.runner.run(notebooks, onNotebook);
  return outcome.kind === "failed" ? outcome : undefined;
}

/** The job's notebooks as the runner takes them: those that create the tables, which a run does once, and those with a query. */
export function notebooksOf(
  job: LocalJob,
  { artifactsDir }: Pick<RunRequest, "artifactsDir">,
  places: Places,
  instead: Readonly<Record<string, string>> = {},
): { readonly setUp: readonly NotebookRun[]; readonly queries: readonly NotebookRun[] } {
  const runOf = (notebook: LocalNotebook): NotebookRun => ({
    name: notebookName(notebook),
    path: join(artifactsDir, notebook.path),
    form: notebook.form,
    parameters: Object.fromEntries(
      Object.entries({ ...notebook.parameters, ...instead }).map(([name, value]) => [name, placed(value, places)]),
    ),
  });
  return {
    setUp: job.notebooks.filter(({ query }) => query === null).map(runOf),
    queries: job.notebooks.filter(({ query }) => query !== null).map(runOf),
  };
}
