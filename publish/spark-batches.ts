import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { RestError } from "@azure/core-rest-pipeline";
import { jobTag, projectTag } from "../compiler/emit/applications.js";
import type { Json } from "../compiler/emit/json.js";
import { isRefused } from "./access.js";
import type { Patience } from "./patience.js";
import { textAt, valueAt } from "./records.js";
import type { SparkBatchClient } from "./spark-batch-client.js";
import { hasEnded, isRunOf, optionsOf, resultOf, type SparkJob } from "./spark-job.js";
import type { Seen, StreamingRuns } from "./streaming-runs.js";
import { until } from "./until.js";
import { waitIn } from "./wire.js";

/** By this tag a submission is found again of which no answer came: the service takes no token for that. */
const submissionTag = "sluice_submission";

/** How often a submission is looked for: that a list shows at once what was submitted, the service says nowhere. */
const looks = 10;

/** An application of one of a job's pools. */
interface Batch {
  readonly pool: string;
  readonly id: string;
  readonly value: Json;
}

/**
 * The applications that run Spark job definitions. Nothing of a workspace starts an application again that has ended: it says why, and
 * the next publishing starts another one.
 */
export class SparkBatches implements StreamingRuns<SparkJob> {
  constructor(
    private readonly client: SparkBatchClient,
    private readonly project: string,
    private readonly patience: Patience,
  ) {}

  async seen(job: SparkJob): Promise<Seen> {
    return seenIn(await this.of(job));
  }

  /** The same of several jobs, in their order: each of their pools is listed once. */
  async seenOf(jobs: readonly SparkJob[]): Promise<readonly Seen[]> {
    const all = await this.listed(jobs.flatMap(poolsOf));
    return jobs.map((job) => seenIn(this.runsOf(job, all)));
  }

  async end(job: SparkJob, note: (run: string) => Promise<void>): Promise<void> {
    let waitedFor: readonly Batch[] = [];
    await until(this.patience, `the application of ${job.name} to stop`, async () => {
      waitedFor = await this.going(waitedFor);
      if (waitedFor.length > 0) return false;
      waitedFor = (await this.of(job)).filter(({ value }) => !hasEnded(value));
      for (const one of waitedFor) {
        await note(runOf(one));
        await this.client.cancel(one.pool, one.id);
      }
      return waitedFor.length === 0;
    });
  }

  async start(job: SparkJob, check: () => Promise<void>): Promise<void> {
    let [isRunning, known, waitedFor]: [boolean, readonly Batch[], readonly Batch[]] = [false, [], []];
    await until(this.patience, `the last application of ${job.name} to end`, async () => {
      waitedFor = await this.going(waitedFor);
      if (waitedFor.length > 0) return false;
      known = await this.of(job);
      waitedFor = known.filter(({ value }) => !hasEnded(value));
      isRunning = waitedFor.some((one) => !isEnding(one));
      return isRunning || waitedFor.length === 0;
    });
    if (isRunning) return;
    await check();
    await this.submit(job, new Set(known.map(runOf)));
  }

  /** Which of these have not ended yet; each is asked for by itself, as a list holds all that a pool remembers. */
  private async going(batches: readonly Batch[]): Promise<readonly Batch[]> {
    const now = await Promise.all(
      batches.map(async (one) => {
        const value = await this.client.get(one.pool, one.id);
        return value === undefined ? [] : [{ ...one, value }];
      }),
    );
    return now.flat().filter(({ value }) => !hasEnded(value));
  }

  /**
   * Sends it again only where it was not taken: two applications would write from one checkpoint.
   * @param known the job's applications before
   */
  private async submit(job: SparkJob, known: ReadonlySet<string>): Promise<void> {
    const submission = randomUUID();
    const tags = { [projectTag]: this.project, [jobTag]: job.name, [submissionTag]: submission };
    for (let again = 0; ; again += 1) {
      try {
        return await this.client.submit(job.pool, { ...optionsOf(job), tags });
      } catch (error) {
        if (isRefused(error)) throw error;
        await delay(waitAfter(error) ?? this.patience.retryDelay * 2 ** again);
        if (await this.isTaken(job, isOf(submission, known), isThrottled(error) ? 1 : looks)) return;
        if (again >= this.patience.retries) throw error;
      }
    }
  }

  /** Looks so many times at most. */
  private async isTaken(job: SparkJob, isIt: (one: Batch) => boolean, times: number): Promise<boolean> {
    for (let look = 1; ; look += 1) {
      if ((await this.of(job)).some(isIt)) return true;
      if (look >= times) return false;
      await delay(this.patience.poll);
    }
  }

  /** Those of a job, in the pool that it names and in the one that it is to name. */
  private async of(job: SparkJob): Promise<readonly Batch[]> {
    return this.runsOf(job, await this.listed(poolsOf(job)));
  }

  private runsOf(job: SparkJob, all: readonly Batch[]): readonly Batch[] {
    const pools = poolsOf(job);
    return all.filter(({ pool, value }) => pools.includes(pool) && isRunOf(job, this.project, value));
  }

  private async listed(pools: readonly string[]): Promise<readonly Batch[]> {
    const listed = await Promise.all(
      [...new Set(pools)].map(async (pool) =>
        (await this.client.list(pool)).map((value) => ({ pool, id: String(valueAt(value, "id")), value })),
      ),
    );
    return listed.flat();
  }
}

const poolsOf = ({ pool, otherPools }: SparkJob): readonly string[] => [pool, ...otherPools];

function seenIn(all: readonly Batch[]): Seen {
  const going = all.filter(({ value }) => !hasEnded(value));
  // Beside one that is on its way to its end another one may have been submitted.
  const running = going.find((one) => !isBeingCancelled(one)) ?? going[0];
  if (running !== undefined) return { state: isBeingCancelled(running) ? "Cancelled" : "Started", run: runOf(running) };
  const last = all.toSorted(byTime).at(-1);
  if (last === undefined) return { state: "Stopped" };
  return { state: isCancelled(last) ? "Cancelled" : "Stopped", ended: wordOf(last), run: runOf(last) };
}

const runOf = ({ pool, id }: Batch): string => `${pool}/${id}`;

/**
 * Whether an application came of a submission, by its tag, or where a list shows no tags as one of the job's that was not known before.
 * One that runs is enough, whoever submitted it: beside it no other one is started.
 */
const isOf =
  (submission: string, known: ReadonlySet<string>) =>
  (one: Batch): boolean => {
    const tag = textAt(one.value, "tags", submissionTag);
    return tag === submission || (!known.has(runOf(one)) && (tag === undefined || !hasEnded(one.value)));
  };

const isCancelled = ({ value }: Batch): boolean =>
  resultOf(value) === "Cancelled" || (resultOf(value) === undefined && textAt(value, "state") === "killed");

const wordOf = ({ value }: Batch): string => resultOf(value) ?? textAt(value, "state") ?? "";

const isBeingCancelled = ({ value }: Batch): boolean =>
  textAt(value, "schedulerInfo", "cancellationRequestedAt") !== undefined;

const isEnding = (batch: Batch): boolean => textAt(batch.value, "state") === "shutting_down" || isBeingCancelled(batch);

/** Numbers are a pool's own: of two pools the later submission is the later one. */
function byTime(a: Batch, b: Batch): number {
  const at = ({ value }: Batch) => Date.parse(textAt(value, "schedulerInfo", "submittedAt") ?? "") || 0;
  return a.pool === b.pool ? Number(a.id) - Number(b.id) : at(a) - at(b);
}

/** It was not taken, for now. */
const isThrottled = (error: unknown): boolean => error instanceof RestError && error.statusCode === 429;

const waitAfter = (error: unknown): number | undefined =>
  error instanceof RestError && error.response !== undefined ? waitIn(error.response) : undefined;
