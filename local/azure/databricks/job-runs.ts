import type { Answer } from "../call.js";
import type { JsonObject } from "../json.js";
import { objectsIn } from "../json.js";
import type { Job, JobRun } from "../store.js";
import { jobFor } from "./job-access.js";
import { pageOf } from "./page.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, isTrue, type WorkspaceRequest } from "./request.js";

const versions = ["2.1", "2.2"];

/** Runs that do nothing but go on until they are cancelled. https://docs.databricks.com/api/azure/workspace/jobs */
export const runEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "jobs/run-now", versions, handle: runNow },
  { method: "POST", path: "jobs/runs/cancel", versions, handle: cancel },
  { method: "GET", path: "jobs/runs/list", versions, handle: list },
];

/** A token that was given before leads to its run. https://docs.databricks.com/api/azure/workspace/jobs/runnow */
function runNow(request: WorkspaceRequest): Answer {
  const { store, given } = request;
  const job = jobFor(request, "Manage Run");
  const token = typeof given["idempotency_token"] === "string" ? given["idempotency_token"] : undefined;
  if ((token?.length ?? 0) > 64)
    refuse("INVALID_PARAMETER_VALUE", "The idempotency token must have at most 64 characters.");
  const known = [...store.jobRuns.values()].find((run) => token !== undefined && run.token === token);
  const run = known ?? begun(request, job, token);
  store.jobRuns.set(run.id, run);
  return jsonAnswer(200, { run_id: run.id, number_in_job: run.id });
}

/**
 * Beyond the runs that a job may have at a time another one is skipped: https://learn.microsoft.com/azure/databricks/jobs/advanced.
 * One whose first notebook is not there fails.
 */
function begun({ store, now, operationTime }: WorkspaceRequest, job: Job, token: string | undefined): JobRun {
  const id = Math.max(5000, ...store.jobRuns.keys()) + 1;
  const run = { id, job: job.id, startedAt: now, isCancelled: false, ...(token === undefined ? {} : { token }) };
  const active = [...store.jobRuns.values()].filter((one) => one.job === job.id && !hasEnded(one, now));
  if (active.length >= Number(job.settings["max_concurrent_runs"] ?? 1))
    return { ...run, code: "MAX_CONCURRENT_RUNS_EXCEEDED", endsAt: now };
  const first = objectsIn(job.settings["tasks"]).filter(({ depends_on }) => objectsIn(depends_on).length === 0);
  const isWhole = first.every(({ notebook_task }) =>
    objectsIn([notebook_task ?? null]).every(({ notebook_path }) => store.objects.has(String(notebook_path))),
  );
  return isWhole ? run : { ...run, code: "RUN_EXECUTION_ERROR", endsAt: now + operationTime };
}

/** It takes its time; of a run that has ended nothing is left to do. https://docs.databricks.com/api/azure/workspace/jobs/cancelrun */
function cancel(request: WorkspaceRequest): Answer {
  const { store, given, call, now, operationTime } = request;
  const run = store.jobRuns.get(Number(given["run_id"]));
  if (run === undefined) return refuse("INVALID_PARAMETER_VALUE", `Run ${String(given["run_id"])} does not exist.`);
  jobFor({ ...request, given: { job_id: run.job } }, "Manage Run");
  if (hasEnded(run, now)) return jsonAnswer(200, {});
  const { endsAt, ...others } = run;
  const ends = run.isCancelled && endsAt !== undefined ? endsAt : now + operationTime;
  const ended = { ...others, isCancelled: true, code: "USER_CANCELED" };
  store.jobRuns.set(run.id, call.isEndless ? ended : { ...ended, endsAt: ends });
  return jsonAnswer(200, {});
}

/** The latest first. https://docs.databricks.com/api/azure/workspace/jobs/listruns */
function list(request: WorkspaceRequest): Answer {
  const { store, given, now } = request;
  const job = jobFor(request, "View");
  const limit = Number(given["limit"] ?? 20);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 25))
    refuse("INVALID_PARAMETER_VALUE", "Invalid limit: it must be from 1 to 25.");
  const [active, completed] = [isTrue(given["active_only"]), isTrue(given["completed_only"])];
  if (active && completed) refuse("INVALID_PARAMETER_VALUE", "active_only and completed_only cannot be both true.");
  const runs = [...store.jobRuns.values()]
    .filter((run) => run.job === job.id && (hasEnded(run, now) ? !active : !completed))
    .toSorted((a, b) => b.id - a.id);
  return pageOf("runs", runs, limit, given, (run) => shown(run, request));
}

const hasEnded = ({ endsAt }: JobRun, now: number): boolean => endsAt !== undefined && endsAt <= now;

function shown(run: JobRun, { now, operationTime }: WorkspaceRequest): JsonObject {
  const { id, job, startedAt, endsAt, isCancelled, code } = run;
  const isOver = hasEnded(run, now);
  const going = isCancelled ? "TERMINATING" : now < startedAt + operationTime ? "PENDING" : "RUNNING";
  return {
    ...{ job_id: job, run_id: id, number_in_job: id, run_type: "JOB_RUN" },
    ...{ start_time: startedAt, end_time: isOver ? (endsAt ?? 0) : 0 },
    status: {
      state: isOver ? "TERMINATED" : going,
      ...(code !== undefined && (isOver || isCancelled) ? { termination_details: { code } } : {}),
    },
  };
}
