import { join } from "node:path";
import { capture } from "./capture/capture.js";
import { type LocalFeed, type LocalJob, type Places, placed } from "./job.js";
import { ensureTopic } from "./kafka/topics.js";
import { assertNoneMissing, entered, readLedger, withDrained, writeLedger } from "./ledger.js";
import { feed } from "./producer/feed.js";
import type { RunRequest } from "./run.js";
import type { NotebookFailure, RunnerEvent } from "./runner/answers.js";
import type { NotebookRun, Runner } from "./runner/runner.js";
import type { Wave } from "./waves.js";

/** What a run tells as it goes. Waves count from 1. */
export type RunProgress =
  | { readonly kind: "engine"; readonly line: string }
  | {
      readonly kind: "fed";
      readonly wave: number;
      readonly source: string;
      readonly file: string;
      readonly sent: number;
      readonly skipped: number;
      readonly isDone: boolean;
    }
  | {
      readonly kind: "captured";
      readonly wave: number;
      readonly source: string;
      readonly files: number;
      readonly emptyFiles: number;
      readonly events: number;
    }
  | { readonly kind: "notebook"; readonly wave: number; readonly event: RunnerEvent };

/** The engines of a run while they are up. */
export interface Session {
  readonly runner: Runner;
  readonly places: Places;
}

export interface Draining {
  readonly request: RunRequest;
  readonly job: LocalJob;
  readonly waves: readonly Wave[];
  readonly session: Session;
  readonly progress: (event: RunProgress) => void;
}

/** What came of it: the failure that ended it early, and how long each notebook ran. */
export interface Drained {
  readonly failure?: NotebookFailure;
  readonly seconds: ReadonlyMap<string, number>;
  /** Spark's own watermark at the end of each query that has one, by query. */
  readonly watermarks: ReadonlyMap<string, string>;
}

/**
 * Takes wave after wave through the job. A wave that an earlier run drained is only counted: the notebooks must not see
 * it together with a part of the next one, or a killed run would batch otherwise than one that was not. If there is
 * nothing new at all the notebooks run once, since they themselves may be new.
 */
export async function drain({ request, job, waves, session, progress }: Draining): Promise<Drained> {
  const { state, kafka } = session.places;
  const rowsOf = new Map<string, readonly number[]>();
  const seconds = new Map<string, number>();
  const watermarks = new Map<string, string>();
  let ledger = await readLedger(state);
  assertNoneMissing(ledger, waves);
  const alreadyDrained = Math.min(ledger.drained[job.job] ?? 0, waves.length);
  for (const topic of [...job.feeds, ...(job.topics ?? [])]) await ensureTopic(kafka, topic.topic, topic.partitions);
  for (const [at, wave] of waves.entries()) {
    ledger = await entered(ledger, waves, at);
    await writeLedger(state, ledger);
    let sent = 0;
    for (const { feed: source, path } of wave) {
      request.signal?.throwIfAborted();
      const tell = (fed: { readonly sent: number; readonly skipped: number }, isDone: boolean) =>
        progress({
          kind: "fed",
          wave: at + 1,
          source: source.source,
          file: path,
          sent: fed.sent,
          skipped: fed.skipped,
          isDone,
        });
      const fed = await feed({
        ...{
          bootstrap: kafka,
          topic: source.topic,
          file: path,
          format: source.format,
          columns: source.columns,
          key: source.key,
        },
        ...(source.cells ? { cells: source.cells } : {}),
        ...(request.signal ? { signal: request.signal } : {}),
        rate: rateOf(request, source),
        before: rowsOf.get(source.topic) ?? [],
        onProgress: (sofar) => tell(sofar, false),
      });
      rowsOf.set(source.topic, fed.rows);
      sent += fed.sent;
      tell(fed, true);
    }
    const isLast = at === waves.length - 1;
    // A drained wave may have got another file since: of a source that had fewer files than the others.
    if (at < alreadyDrained && sent === 0 && !(isLast && alreadyDrained === waves.length)) continue;
    for (const source of job.feeds) await cut(source, session.places, at + 1, progress);
    const outcome = await session.runner.run(notebooksOf(job, request, session.places), (event) => {
      if (event.kind === "finished") seconds.set(event.notebook, (seconds.get(event.notebook) ?? 0) + event.seconds);
      if (event.kind === "printed") noteWatermark(event.line, watermarks);
      progress({ kind: "notebook", wave: at + 1, event });
    });
    if (outcome.kind === "failed") return { failure: outcome, seconds, watermarks };
    ledger = withDrained(ledger, job.job, Math.max(at + 1, alreadyDrained));
    await writeLedger(state, ledger);
  }
  return { seconds, watermarks };
}

/** The log line that a query ends with: `{"query": …, "state": "finished", "watermark": …}`. */
export function noteWatermark(line: string, watermarks: Map<string, string>): void {
  if (!line.startsWith('{"query"') || !line.includes('"finished"')) return;
  const { query, watermark }: { readonly query: string; readonly watermark: string | null } = JSON.parse(line);
  if (watermark !== null) watermarks.set(query, watermark);
}

/** The name under which a notebook tells of itself: its query, or its file's name where it runs none. */
export function notebookName({ query, path }: LocalJob["notebooks"][number]): string {
  return query ?? path.replace(/^.*\/|\.[^.]*$/g, "");
}

function notebooksOf(job: LocalJob, { artifactsDir }: RunRequest, places: Places): readonly NotebookRun[] {
  return job.notebooks.map((notebook) => ({
    name: notebookName(notebook),
    path: join(artifactsDir, notebook.path),
    form: notebook.form,
    parameters: Object.fromEntries(
      Object.entries(notebook.parameters).map(([name, value]) => [name, placed(value, places)]),
    ),
  }));
}

function rateOf({ rate }: RunRequest, { rate: declared }: LocalFeed): number | null {
  return rate === "max" ? null : (rate ?? declared);
}

/** Cuts the capture files of a source whose producers have ended: their last, partial files too. */
async function cut(source: LocalFeed, places: Places, wave: number, progress: Draining["progress"]): Promise<void> {
  if (source.capture === null) return;
  const captured = await capture({
    ...{ bootstrap: places.kafka, topic: source.topic, namespace: source.namespace, hub: source.topic },
    folder: placed(source.capture.folder, places),
    rule: { windowMilliseconds: source.capture.every_minutes * 60_000, bytes: source.capture.size_mb * 1_000_000 },
    flush: true,
    now: Date.now(),
  });
  progress({ kind: "captured", wave, source: source.source, ...captured });
}
