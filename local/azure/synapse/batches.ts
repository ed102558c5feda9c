import { resourceAt } from "../arm/resource.js";
import type { Answer } from "../call.js";
import { isObject, type JsonObject, parsed } from "../json.js";
import { isDataGranted } from "../principal.js";
import { containerScope, type Settings } from "../settings.js";
import type { Batch, Store } from "../store.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, type SynapseRequest, workspaces } from "./request.js";

const batches = "livyApi/versions/2019-11-01-preview/sparkPools/{pool}/batches";

/**
 * Applications of Spark pools, which do nothing but go on until they are cancelled:
 * https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch. That listing them needs the same action as starting them is
 * inferred from refusals that others have met.
 */
export const batchEndpoints: readonly Endpoint[] = [
  { method: "GET" as const, path: batches, handle: list },
  { method: "POST" as const, path: batches, handle: submit },
  { method: "GET" as const, path: `${batches}/{name}`, handle: get },
  { method: "DELETE" as const, path: `${batches}/{name}`, handle: cancel },
].map((one) => ({ ...one, action: `${workspaces}/bigDataPools/useCompute/action` }));

/** At most 20 at a time, and 20 where nothing is said. In which order stands nowhere: here the oldest first, as Livy has it. */
function list(request: SynapseRequest): Answer {
  const { call, store } = request;
  const pool = poolOf(request);
  const [from, size] = [Number(call.query.get("from") ?? 0), Number(call.query.get("size") ?? 20)];
  if (!Number.isInteger(from) || from < 0 || !Number.isInteger(size) || size < 1 || size > 20)
    refuse(400, "BadRequest", "from must not be negative, and size must be from 1 to 20.");
  const all = [...store.batches.values()].filter((one) => one.pool === pool).toSorted((a, b) => a.id - b.id);
  const sessions = all.slice(from, from + size).map((one) => shown(one, request));
  return jsonAnswer(200, { from, total: all.length, sessions });
}

/**
 * One whose main file is not there ends at once, dead, and so does one that may not use the containers it names: it goes there as whoever
 * submits it. https://learn.microsoft.com/azure/synapse-analytics/spark/apache-spark-secure-credentials-with-tokenlibrary
 */
function submit(request: SynapseRequest): Answer {
  const { call, store, settings } = request;
  const pool = poolOf(request);
  const given = parsed(call.body.toString("utf8"));
  if (!isObject(given) || typeof given["name"] !== "string" || typeof given["file"] !== "string")
    return refuse(400, "BadRequest", "name and file are required.");
  const ids = [...store.batches.values()].filter((one) => one.pool === pool).map(({ id }) => id);
  const id = Math.max(-1, ...ids) + 1;
  const startedAt = settings.now();
  const submitter = typeof call.caller === "string" ? "" : call.caller.oid;
  const begun: Batch = { pool, id, request: given, submitter, startedAt };
  const isWhole = hasFile(store, given["file"]) && mayUse(settings, submitter, containersIn(given));
  const batch = isWhole ? begun : { ...begun, endsAt: startedAt + settings.operationTime };
  store.batches.set(`${pool}/${id}`, batch);
  return jsonAnswer(200, shown(batch, request));
}

function get(request: SynapseRequest): Answer {
  return jsonAnswer(200, shown(batchOf(request), request));
}

/** It takes its time; of one that has ended nothing is left to do. */
function cancel(request: SynapseRequest): Answer {
  const { call, store, settings } = request;
  const batch = batchOf(request);
  const now = settings.now();
  if (hasEnded(batch, now)) return { status: 200 };
  const cancelled = { ...batch, cancelledAt: batch.cancelledAt ?? now };
  const endsAt = batch.endsAt ?? now + settings.operationTime;
  store.batches.set(`${batch.pool}/${batch.id}`, call.isEndless ? cancelled : { ...cancelled, endsAt });
  return { status: 200 };
}

/** The id of the pool, which must be there, in lower case. */
function poolOf({ store, workspace, pool }: SynapseRequest): string {
  const found = resourceAt(store, `${workspace.id}/bigDataPools/${pool}`);
  return found?.id.toLowerCase() ?? refuse(404, "SparkPoolNotFound", `There is no Spark pool '${pool}'.`);
}

function batchOf(request: SynapseRequest): Batch {
  const found = request.store.batches.get(`${poolOf(request)}/${request.name}`);
  return found ?? refuse(404, "NotFound", `There is no application ${request.name}.`);
}

/** A file of a lake, `abfss://container@account…/name`, is a blob too. */
function hasFile(store: Store, file: string): boolean {
  const [, container, account, name] = /^abfss:\/\/([^@]+)@([^./]+)[^/]*\/(.+)$/.exec(file) ?? [];
  return store.blobs.has(`${account}/${container}/${name}`);
}

/** Each `account/container` that is named anywhere in what an application is given. */
function containersIn(given: JsonObject): readonly string[] {
  const found = JSON.stringify(given).matchAll(/abfss:\/\/([a-z0-9-]+)@([a-z0-9]+)\./g);
  return [...new Set([...found].map(([, container, account]) => `${account}/${container}`))];
}

/** What tables and checkpoints take: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage#storage-blob-data-contributor */
const used = ["read", "write", "delete"].map(
  (verb) => `Microsoft.Storage/storageAccounts/blobServices/containers/blobs/${verb}`,
);

function mayUse(settings: Settings, submitter: string, containers: readonly string[]): boolean {
  const grants = settings.principals.find(({ id }) => id === submitter)?.grants ?? [];
  return containers.every((one) => {
    const [account = "", container = ""] = one.split("/");
    const scope = containerScope(settings, account, container);
    return used.every((action) => isDataGranted(grants, action, scope));
  });
}

const hasEnded = ({ endsAt }: Batch, now: number): boolean => endsAt !== undefined && endsAt <= now;

/** States are Livy's: https://livy.apache.org/docs/latest/rest-api.html#session-state. Dates have a form of their own. */
function shown(batch: Batch, { workspace, pool, settings, call }: SynapseRequest): JsonObject {
  const { id, request, submitter, startedAt, cancelledAt } = batch;
  const now = settings.now();
  const isOver = hasEnded(batch, now);
  const isCancelled = cancelledAt !== undefined;
  const going = now < startedAt + settings.operationTime ? "starting" : "running";
  const state = isOver ? (isCancelled ? "killed" : "dead") : going;
  const plain = { id, appId: null, appInfo: null, state, log: null };
  if (call.query.get("detailed") !== "true" && call.method === "GET") return plain;
  const { tags = null, ...jobCreationRequest } = request;
  const at = (time: number) => new Date(time).toISOString();
  return {
    livyInfo: { currentState: state, jobCreationRequest },
    ...{ name: request["name"] ?? null, workspaceName: workspace.name, sparkPoolName: pool, submitterId: submitter },
    ...{ jobType: "SparkBatch", result: isOver ? (isCancelled ? "Cancelled" : "Failed") : "Uncertain" },
    schedulerInfo: {
      submittedAt: at(startedAt),
      currentState: isOver ? "Ended" : "Scheduled",
      ...(isCancelled ? { cancellationRequestedAt: at(cancelledAt) } : {}),
    },
    ...{ tags, ...plain },
  };
}
