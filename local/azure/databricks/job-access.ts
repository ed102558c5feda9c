import type { Answer } from "../call.js";
import { type JsonObject, objectsIn } from "../json.js";
import type { Job, JobLevel } from "../store.js";
import { jsonAnswer, refuse } from "./refusals.js";
import type { Endpoint, WorkspaceRequest } from "./request.js";

type Need = "View" | "Manage Run" | "Manage";

const levels: readonly JobLevel[] = ["CAN_VIEW", "CAN_MANAGE_RUN", "CAN_MANAGE"];

/** https://docs.databricks.com/api/azure/workspace/jobs/updatepermissions, and setpermissions beside it */
export const jobAccessEndpoints: readonly Endpoint[] = [
  { method: "PATCH", path: "permissions/jobs/{job_id}", versions: ["2.0"], handle: add },
  { method: "PUT", path: "permissions/jobs/{job_id}", versions: ["2.0"], handle: replace },
];

/** What is not named stays: https://github.com/databrickslabs/dbx/issues/616 */
function add(request: WorkspaceRequest): Answer {
  const job = jobFor(request, "Manage");
  return kept(request, { ...job, access: { ...job.access, ...accessIn(request) } });
}

/** What is not named goes; of owners there is one, who here stays the same: https://github.com/databricks/cli/issues/3849 */
function replace(request: WorkspaceRequest): Answer {
  const { given } = request;
  const job = jobFor(request, "Manage");
  const [owners, others] = [true, false].map((isOwner) =>
    objectsIn(given["access_control_list"]).filter((one) => (one["permission_level"] === "IS_OWNER") === isOwner),
  );
  if (owners?.length !== 1 || owners[0]?.["service_principal_name"] !== job.creator)
    refuse("INVALID_PARAMETER_VALUE", "The job must have exactly one owner.");
  const access = accessIn({ ...request, given: { access_control_list: [...(others ?? [])] } });
  return kept(request, { ...job, access });
}

function kept({ store }: WorkspaceRequest, job: Job): Answer {
  const { access = {} } = job;
  store.jobs.set(job.id, job);
  return jsonAnswer(200, {
    object_id: `/jobs/${job.id}`,
    object_type: "job",
    access_control_list: [[job.creator, "IS_OWNER"], ...Object.entries(access)].map(([who = "", level = ""]) => ({
      service_principal_name: who,
      all_permissions: [{ permission_level: level, inherited: false }],
    })),
  });
}

/** Who is given which level; only applications, which are what the principals here are. */
export function accessIn({ given, principals }: WorkspaceRequest): Readonly<Record<string, JobLevel>> {
  const entries = objectsIn(given["access_control_list"]).map((one): [string, JobLevel] => {
    const { service_principal_name: who, permission_level: level } = one;
    const found = principals.find(({ client, workspace }) => client === who && workspace !== undefined);
    if (found === undefined) {
      return refuse("RESOURCE_DOES_NOT_EXIST", `Principal: ServicePrincipalName(${String(who)}) does not exist`);
    }
    const known = levels.find((one) => one === level);
    if (known === undefined) {
      return refuse("INVALID_PARAMETER_VALUE", `Permission type (${String(level)}) is not defined`);
    }
    return [found.client, known];
  });
  return Object.fromEntries(entries);
}

/** What is asked for, to somebody who may. 400, not 404: https://github.com/databricks/databricks-sdk-py/pull/591 */
export function jobFor({ store, given, principal }: WorkspaceRequest, need: Need): Job {
  const job = store.jobs.get(Number(given["job_id"]));
  if (job === undefined) return refuse("INVALID_PARAMETER_VALUE", `Job ${String(given["job_id"])} does not exist.`);
  if (may[need](job, principal)) return job;
  return refuse(
    "PERMISSION_DENIED",
    `${principal.client} does not have ${need} permissions on job ${job.id}. Please contact the owner or an administrator for access.`,
  );
}

/** Who created it is its owner: https://learn.microsoft.com/azure/databricks/security/auth/access-control/#job-acls. Administrators manage all of the workspace. */
const isManaged = ({ creator, access }: Job, { client, workspace }: WorkspaceRequest["principal"]): boolean =>
  creator === client || workspace?.manages.includes("/") === true || access?.[client] === "CAN_MANAGE";

const isRun = (job: Job, principal: WorkspaceRequest["principal"]): boolean =>
  isManaged(job, principal) || job.access?.[principal.client] === "CAN_MANAGE_RUN";

/** Others do not see it in the list either: https://docs.databricks.com/administration-guide/access-control/jobs-acl.html */
export const isVisible = (job: Job, principal: WorkspaceRequest["principal"]): boolean =>
  isManaged(job, principal) ||
  principal.workspace?.reads.includes("/") === true ||
  job.access?.[principal.client] !== undefined;

const may: Readonly<Record<Need, typeof isVisible>> = { View: isVisible, "Manage Run": isRun, Manage: isManaged };

/** Who may do what is no part of a job's settings. */
export function withoutAccess(settings: JsonObject): JsonObject {
  const { access_control_list: _, ...rest } = settings;
  return rest;
}
