import { randomUUID } from "node:crypto";
import type { Json } from "../compiler/emit/json.js";
import type { Patience } from "./patience.js";
import { textAt, valueAt } from "./records.js";
import type { Seen, StreamingRuns } from "./streaming-runs.js";
import { until } from "./until.js";
import type { WorkspaceClient } from "./workspace-client.js";

/**
 * The runs of jobs that are kept running. Such a job is no "continuous" one to the service: that takes neither tasks that depend on
 * others nor their retries (https://learn.microsoft.com/azure/databricks/jobs/continuous). One run of it goes on until it is cancelled.
 */
export class JobRuns implements StreamingRuns<string> {
  constructor(
    private readonly client: WorkspaceClient,
    private readonly patience: Patience,
  ) {}

  async seen(job: string): Promise<Seen> {
    // Of a run that is on its way to its end it is told already why it ends: https://docs.databricks.com/api/azure/workspace/jobs/listruns
    for await (const run of this.listed(job, "active_only"))
      return { state: endOf(run) === cancelled ? "Cancelled" : "Started", run: idOf(run) };
    for await (const run of this.listed(job, "completed_only")) {
      const ended = endOf(run);
      if (skipped.includes(ended ?? "")) continue;
      if (ended === undefined) break;
      return { state: ended === cancelled ? "Cancelled" : "Stopped", ended, run: idOf(run) };
    }
    return { state: "Stopped" };
  }

  /**
   * Cancels what runs, and waits until it has ended. A query loses nothing by it: what its last batch has not finished is done again,
   * from its checkpoint, when it is started.
   * @param note is told each run before it is cancelled
   */
  async end(job: string, note: (run: string) => Promise<void>): Promise<void> {
    const asked = new Set<string>();
    await until(this.patience, `job ${job} to stop`, async () => {
      const runs = await this.active(job);
      for (const run of runs.map(idOf).filter((one) => !asked.has(one))) {
        asked.add(run);
        await note(run);
        // It is done in the service's time: https://docs.databricks.com/api/azure/workspace/jobs/cancelrun
        await this.client.post("2.1/jobs/runs/cancel", { run_id: Number(run) });
      }
      return runs.length === 0;
    });
  }

  /**
   * While a run is being ended another one would be skipped: https://learn.microsoft.com/azure/databricks/jobs/advanced
   * @param check is asked right before
   */
  async start(job: string, check: () => Promise<void>): Promise<void> {
    let isRunning = false;
    await until(this.patience, `the last run of job ${job} to end`, async () => {
      const runs = await this.active(job);
      isRunning = runs.some((run) => stateOf(run) !== "TERMINATING");
      return isRunning || runs.length === 0;
    });
    if (isRunning) return;
    await check();
    // With a token the request may be sent again: https://docs.databricks.com/api/azure/workspace/jobs/runnow
    await this.client.post("2.1/jobs/run-now", { job_id: Number(job), idempotency_token: randomUUID() });
  }

  private async active(job: string): Promise<readonly Json[]> {
    const runs: Json[] = [];
    for await (const run of this.listed(job, "active_only")) runs.push(run);
    return runs;
  }

  /** The latest first, a page at a time as they are asked for: https://docs.databricks.com/api/azure/workspace/jobs/listruns */
  private listed(job: string, which: "active_only" | "completed_only"): AsyncGenerator<Json> {
    return this.client.listed("2.1/jobs/runs/list", "runs", { job_id: job, [which]: "true", limit: "20" });
  }
}

const cancelled = "USER_CANCELED";

/** Runs that never began. */
const skipped: readonly string[] = ["SKIPPED", "MAX_CONCURRENT_RUNS_EXCEEDED"];

const stateOf = (run: Json): string | undefined => textAt(run, "status", "state");
const endOf = (run: Json | undefined): string | undefined => textAt(run, "status", "termination_details", "code");
const idOf = (run: Json): string => String(valueAt(run, "run_id"));
