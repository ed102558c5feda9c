import { randomUUID } from "node:crypto";
import type { Json } from "../compiler/emit/json.js";
import type { Patience } from "./patience.js";
import { isJsonList, textAt, valueAt } from "./records.js";
import type { Live } from "./thing.js";
import { until } from "./until.js";
import type { WorkspaceClient } from "./workspace-client.js";

/**
 * The runs of jobs that are kept running. Such a job is no "continuous" one to the service: that takes neither tasks that depend on
 * others nor their retries (https://learn.microsoft.com/azure/databricks/jobs/continuous). One run of it goes on until it is cancelled.
 */
export class JobRuns {
  /** Jobs that were stopped from here and not started again yet. */
  private readonly stopped = new Set<string>();

  constructor(
    private readonly client: WorkspaceClient,
    private readonly patience: Patience,
  ) {}

  /** Whether a job runs, and if not, why its last run ended. */
  async seen(job: string): Promise<Pick<Live, "state" | "ended">> {
    if ((await this.active(job)).length > 0) return { state: "Started" };
    const [last] = (await this.listed(job, "completed_only")).filter((run) => !skipped.includes(endOf(run) ?? ""));
    const ended = endOf(last);
    if (ended === undefined) return { state: "Stopped" };
    return { state: ended === "USER_CANCELED" ? "Cancelled" : "Stopped", ended };
  }

  /**
   * Cancels what runs, and waits until it has ended. A query loses nothing by it: what its last batch has not finished is done again,
   * from its checkpoint, when it is started.
   */
  async stop(job: string): Promise<void> {
    await this.end(job);
    this.stopped.add(job);
  }

  /** While a run is being ended another one would be skipped: https://learn.microsoft.com/azure/databricks/jobs/advanced */
  async start(job: string): Promise<void> {
    // Whoever started it since we stopped it did so on half of what is new.
    if (this.stopped.delete(job)) await this.end(job);
    let isRunning = false;
    await until(this.patience, `the last run of job ${job} to end`, async () => {
      const runs = await this.active(job);
      isRunning = runs.some((run) => stateOf(run) !== "TERMINATING");
      return isRunning || runs.length === 0;
    });
    // With a token the request may be sent again: https://docs.databricks.com/api/azure/workspace/jobs/runnow
    if (!isRunning)
      await this.client.post("2.1/jobs/run-now", { job_id: Number(job), idempotency_token: randomUUID() });
  }

  private async end(job: string): Promise<void> {
    const asked = new Set<string>();
    await until(this.patience, `job ${job} to stop`, async () => {
      const runs = await this.active(job);
      for (const run of runs.filter((one) => !asked.has(idOf(one)))) {
        asked.add(idOf(run));
        // It is done in the service's time: https://docs.databricks.com/api/azure/workspace/jobs/cancelrun
        await this.client.post("2.1/jobs/runs/cancel", { run_id: Number(idOf(run)) });
      }
      return runs.length === 0;
    });
  }

  private active(job: string): Promise<readonly Json[]> {
    return this.listed(job, "active_only");
  }

  /** The latest first: https://docs.databricks.com/api/azure/workspace/jobs/listruns */
  private async listed(job: string, which: "active_only" | "completed_only"): Promise<readonly Json[]> {
    const answer = await this.client.get("2.1/jobs/runs/list", { job_id: job, [which]: "true", limit: "20" });
    const runs = valueAt(answer, "runs");
    return isJsonList(runs) ? runs : [];
  }
}

/** Runs that never began. */
const skipped: readonly string[] = ["SKIPPED", "MAX_CONCURRENT_RUNS_EXCEEDED"];

const stateOf = (run: Json): string | undefined => textAt(run, "status", "state");
const endOf = (run: Json | undefined): string | undefined => textAt(run, "status", "termination_details", "code");
const idOf = (run: Json): string => String(valueAt(run, "run_id"));
