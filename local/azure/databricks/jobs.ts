import type { Answer } from "../call.js";
import { isObject, type JsonObject } from "../json.js";
import type { Job } from "../store.js";
import { accessIn, isVisible, jobFor, withoutAccess } from "./job-access.js";
import { checkSettings, withDefaults } from "./job-settings.js";
import { pageOf } from "./page.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, isTrue, type WorkspaceRequest } from "./request.js";

const versions = ["2.0", "2.1", "2.2"];

/** https://docs.databricks.com/api/azure/workspace/jobs */
export const jobEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "jobs/create", versions, handle: create },
  { method: "GET", path: "jobs/get", versions, handle: get },
  { method: "GET", path: "jobs/list", versions, handle: list },
  { method: "POST", path: "jobs/reset", versions, handle: reset },
  { method: "POST", path: "jobs/delete", versions, handle: remove },
];

/** Names need not differ: who creates twice has two. */
function create(request: WorkspaceRequest): Answer {
  const { store, principal, now } = request;
  const given = withoutAccess(request.given);
  if (principal.workspace?.createsJobs !== true) {
    refuse("PERMISSION_DENIED", `${principal.client} is not allowed to create jobs in this workspace.`);
  }
  checkSettings(given);
  const id = Math.max(1000, store.lastIds.get("job") ?? 0, ...store.jobs.keys()) + 1;
  store.lastIds.set("job", id);
  const access = accessIn(request);
  store.jobs.set(id, { id, creator: principal.client, access, createdAt: now, settings: withDefaults(given) });
  return jsonAnswer(200, { job_id: id });
}

function get(request: WorkspaceRequest): Answer {
  return jsonAnswer(200, shown(jobFor(request, "View")));
}

/** The newest first; without tasks and clusters unless they are asked for. https://docs.databricks.com/api/azure/workspace/jobs/list */
function list({ store, given, principal }: WorkspaceRequest): Answer {
  const limit = Number(given["limit"] ?? 20);
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100)) {
    refuse("INVALID_PARAMETER_VALUE", "Invalid limit: it must be from 1 to 100.");
  }
  const name = typeof given["name"] === "string" ? given["name"].toLowerCase() : undefined;
  const all = [...store.jobs.values()]
    .filter(({ settings }) => name === undefined || String(settings["name"]).toLowerCase() === name)
    .filter((job) => isVisible(job, principal))
    .toSorted((a, b) => b.id - a.id);
  return pageOf("jobs", all, limit, given, (job) => (isTrue(given["expand_tasks"]) ? shown(job) : brief(job)));
}

/**
 * All settings at once; what is not given is gone. https://docs.databricks.com/api/azure/workspace/jobs/reset. Who may do what with the
 * job stays as it is: https://github.com/databricks/cli/issues/1328
 */
function reset(request: WorkspaceRequest): Answer {
  const { given, store } = request;
  const job = jobFor(request, "Manage");
  const settings = given["new_settings"];
  if (!isObject(settings)) return refuse("INVALID_PARAMETER_VALUE", "Missing required field: new_settings");
  checkSettings(settings);
  store.jobs.set(job.id, { ...job, settings: withDefaults(withoutAccess(settings)) });
  return jsonAnswer(200, {});
}

function remove(request: WorkspaceRequest): Answer {
  const { jobs, jobRuns } = request.store;
  const { id } = jobFor(request, "Manage");
  jobs.delete(id);
  for (const run of jobRuns.values()) if (run.job === id) jobRuns.delete(run.id);
  return jsonAnswer(200, {});
}

const shown = ({ id, creator, createdAt, settings }: Job): JsonObject => ({
  job_id: id,
  creator_user_name: creator,
  run_as_user_name: creator,
  run_as_owner: true,
  created_time: createdAt,
  settings,
});

function brief(job: Job): JsonObject {
  const { tasks: _, job_clusters: __, ...settings } = job.settings;
  return { ...shown(job), settings };
}
