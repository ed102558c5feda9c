import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import type { Principal } from "../../local/azure/principal.js";
import { owner, withActions } from "./clients.js";

const audience = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d";
const user: Principal = {
  id: "00000000-0000-0000-0000-00000000000d",
  client: "00000000-0000-0000-0000-0000000000dd",
  grants: [],
  workspace: { manages: ["/Shared/mine"], reads: ["/Shared"], createsJobs: true },
};
let azure: Azure;

beforeAll(async () => {
  azure = await startAzure({ principals: [owner, user, withActions()] });
});
afterAll(() => azure.stop());
beforeEach(async () => {
  azure.control.play(undefined);
  await call("POST", "2.0/workspace/delete", { path: "/Shared", recursive: true });
  await call("POST", "2.0/workspace/mkdirs", { path: "/Shared" });
});

interface Job {
  readonly job_id: number;
  readonly settings: { readonly name: string; readonly tags?: object; readonly tasks?: readonly object[] };
}

interface Run {
  readonly run_id: number;
  readonly status: { readonly state: string; readonly termination_details?: { readonly code: string } };
}

/** What the endpoints answer, as far as it is looked at. */
interface Body extends Partial<Job> {
  readonly error_code?: string;
  readonly message?: string;
  readonly object_type?: string;
  readonly objects?: readonly object[];
  readonly jobs?: readonly Job[];
  readonly run_id?: number;
  readonly runs?: readonly Run[];
  readonly has_more?: boolean;
  readonly next_page_token?: string;
  readonly userName?: string;
  readonly groups?: readonly { readonly display: string }[];
}

/** The status, and the body or its `error_code`. */
async function call(
  method: "GET" | "POST" | "PATCH",
  path: string,
  given: object,
  { id }: Principal = owner,
  aud = audience,
) {
  const query = method === "GET" ? `?${new URLSearchParams(Object.entries(given))}` : "";
  const response = await fetch(`${azure.databricks}/api/${path}${query}`, {
    method,
    headers: { Authorization: `Bearer ${azure.token(id, aud)}` },
    ...(method !== "GET" ? { body: JSON.stringify(given) } : {}),
  });
  const body: Body = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, body, error: body.error_code };
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const notebook = (path: string, text = "# Databricks notebook source\nprint(1)\n", more = {}) => ({
  path,
  format: "SOURCE",
  language: "PYTHON",
  content: base64(text),
  ...more,
});

it("takes a notebook once, and again only with overwrite", async () => {
  expect(await call("POST", "2.0/workspace/import", notebook("/Shared/a/n"))).toMatchObject({
    status: 404,
    error: "RESOURCE_DOES_NOT_EXIST",
  });
  await call("POST", "2.0/workspace/mkdirs", { path: "/Shared/a" });
  expect((await call("POST", "2.0/workspace/import", notebook("/Shared/a/n"))).status).toBe(200);
  expect(await call("POST", "2.0/workspace/import", notebook("/Shared/a/n"))).toMatchObject({
    status: 400,
    error: "RESOURCE_ALREADY_EXISTS",
  });
  expect(
    (await call("POST", "2.0/workspace/import", notebook("/Shared/a/n", "print(2)\n", { overwrite: true }))).status,
  ).toBe(200);
  const { body } = await call("GET", "2.0/workspace/export", { path: "/Shared/a/n", format: "SOURCE" });
  expect(body).toEqual({ content: base64("# Databricks notebook source\nprint(2)"), file_type: "py" });
});

it("refuses a notebook of more than 10 MB as it is sent", async () => {
  const large = notebook("/Shared/n", "x".repeat(7.5 * 1024 * 1024 + 1));
  expect(await call("POST", "2.0/workspace/import", large)).toMatchObject({
    status: 400,
    error: "MAX_NOTEBOOK_SIZE_EXCEEDED",
  });
});

it("lists a folder, says what a path is, and deletes", async () => {
  await call("POST", "2.0/workspace/mkdirs", { path: "/Shared/a/b" });
  await call("POST", "2.0/workspace/import", notebook("/Shared/a/n"));
  const { body } = await call("GET", "2.0/workspace/list", { path: "/Shared/a" });
  expect(body.objects).toMatchObject([
    { object_type: "DIRECTORY", path: "/Shared/a/b" },
    { object_type: "NOTEBOOK", path: "/Shared/a/n", language: "PYTHON" },
  ]);
  expect((await call("GET", "2.0/workspace/get-status", { path: "/Shared/a/n" })).body.object_type).toBe("NOTEBOOK");
  expect((await call("GET", "2.0/workspace/list", { path: "/Shared/a/b" })).body).toEqual({});
  expect(await call("POST", "2.0/workspace/delete", { path: "/Shared/a" })).toMatchObject({
    status: 400,
    error: "DIRECTORY_NOT_EMPTY",
  });
  expect((await call("POST", "2.0/workspace/delete", { path: "/Shared/a", recursive: true })).status).toBe(200);
  expect(await call("GET", "2.0/workspace/list", { path: "/Shared/a" })).toMatchObject({
    status: 404,
    error: "RESOURCE_DOES_NOT_EXIST",
  });
});

const onCluster = { job_cluster_key: "c" };
const clusterOf = (key: string) => ({
  job_cluster_key: key,
  new_cluster: { spark_version: "v", node_type_id: "n", num_workers: 1 },
});
const settings = (name: string, more = {}) => ({
  name,
  job_clusters: [clusterOf("c")],
  tasks: [{ task_key: "t", ...onCluster, notebook_task: { notebook_path: "/Shared/n" } }],
  ...more,
});

it("keeps jobs, adds its defaults, and replaces all settings at once", async () => {
  const { body } = await call("POST", "2.1/jobs/create", settings("j", { tags: { a: "b" } }));
  const { job_id: id } = body;
  expect((await call("GET", "2.1/jobs/get", { job_id: id })).body).toMatchObject({
    job_id: id,
    settings: {
      ...settings("j", { tags: { a: "b" } }),
      max_concurrent_runs: 1,
      tasks: [{ run_if: "ALL_SUCCESS", notebook_task: { notebook_path: "/Shared/n", source: "WORKSPACE" } }],
      job_clusters: [{ new_cluster: { num_workers: 1, driver_node_type_id: "n", enable_elastic_disk: true } }],
    },
  });
  await call("POST", "2.1/jobs/reset", { job_id: id, new_settings: settings("k") });
  const after = (await call("GET", "2.1/jobs/get", { job_id: id })).body.settings;
  expect([after?.name, after?.tags]).toEqual(["k", undefined]);
  expect((await call("POST", "2.1/jobs/delete", { job_id: id })).status).toBe(200);
  expect(await call("GET", "2.1/jobs/get", { job_id: id })).toMatchObject({
    status: 400,
    error: "INVALID_PARAMETER_VALUE",
  });
});

it("lists jobs in pages, the newest first, two of one name too", async () => {
  for (const name of ["a", "b", "b"]) await call("POST", "2.1/jobs/create", settings(name));
  const first = (await call("GET", "2.1/jobs/list", { limit: 2 })).body;
  const { jobs: newest = [] } = first;
  expect(newest.map((job) => job.settings.name)).toEqual(["b", "b"]);
  expect([first.has_more, newest[0]?.settings.tasks]).toEqual([true, undefined]);
  const second = (await call("GET", "2.1/jobs/list", { limit: 2, page_token: first.next_page_token })).body;
  const { jobs: oldest = [] } = second;
  expect([oldest.length, second.has_more]).toEqual([1, false]);
  const named = (await call("GET", "2.1/jobs/list", { name: "A", expand_tasks: true })).body;
  expect(named.jobs).toMatchObject([{ settings: { name: "a", tasks: [{ task_key: "t" }] } }]);
  for (const { job_id } of [...newest, ...oldest]) await call("POST", "2.1/jobs/delete", { job_id });
});

it("runs a job until it is cancelled, one run at a time, and once by a token", async () => {
  await call("POST", "2.0/workspace/import", notebook("/Shared/n"));
  const { job_id } = (await call("POST", "2.1/jobs/create", settings("j"))).body;
  const listed = async (more: object = {}) =>
    ((await call("GET", "2.1/jobs/runs/list", { job_id, ...more })).body.runs ?? []).map(({ run_id, status }) => [
      run_id,
      status.state,
      status.termination_details?.code,
    ]);
  const first = (await call("POST", "2.1/jobs/run-now", { job_id, idempotency_token: "t" })).body.run_id;
  expect((await call("POST", "2.1/jobs/run-now", { job_id, idempotency_token: "t" })).body.run_id).toBe(first);
  expect(await listed()).toEqual([[first, "RUNNING", undefined]]);
  const second = (await call("POST", "2.1/jobs/run-now", { job_id })).body.run_id;
  expect(await listed({ active_only: true })).toEqual([[first, "RUNNING", undefined]]);
  expect((await call("POST", "2.1/jobs/runs/cancel", { run_id: first }, user)).error).toBe("PERMISSION_DENIED");
  expect((await call("POST", "2.1/jobs/runs/cancel", { run_id: first })).status).toBe(200);
  await expect.poll(() => listed({ active_only: true })).toEqual([]);
  expect(await listed({ completed_only: true })).toEqual([
    [second, "TERMINATED", "MAX_CONCURRENT_RUNS_EXCEEDED"],
    [first, "TERMINATED", "USER_CANCELED"],
  ]);
  await call("POST", "2.0/workspace/delete", { path: "/Shared/n" });
  await call("POST", "2.1/jobs/run-now", { job_id });
  await expect
    .poll(() => listed({ limit: 1 }))
    .toMatchObject([[expect.any(Number), "TERMINATED", "RUN_EXECUTION_ERROR"]]);
  expect((await call("GET", "2.1/jobs/runs/list", { job_id, limit: 26 })).error).toBe("INVALID_PARAMETER_VALUE");
  expect((await call("POST", "2.1/jobs/runs/cancel", { run_id: 1 })).error).toBe("INVALID_PARAMETER_VALUE");
  await call("POST", "2.1/jobs/delete", { job_id });
});

it("lists runs in pages, the newest first", async () => {
  const { job_id } = (await call("POST", "2.1/jobs/create", settings("paged"))).body;
  const begun: unknown[] = [];
  for (const _ of Array(5)) begun.push((await call("POST", "2.1/jobs/run-now", { job_id })).body.run_id);
  const found: unknown[] = [];
  const sizes: number[] = [];
  for (let token: string | undefined = ""; token !== undefined; ) {
    const next: object = token === "" ? {} : { page_token: token };
    const { body }: { readonly body: Body } = await call("GET", "2.1/jobs/runs/list", { job_id, limit: 2, ...next });
    found.push(...(body.runs ?? []).map(({ run_id }) => run_id));
    sizes.push(body.runs?.length ?? 0);
    token = body.next_page_token;
  }
  expect([found, sizes]).toEqual([begun.toReversed(), [2, 2, 1]]);
  await call("POST", "2.1/jobs/delete", { job_id });
});

const task = (key: string, more = {}) => ({
  task_key: key,
  ...onCluster,
  notebook_task: { notebook_path: "/Shared/n" },
  ...more,
});
const after = (...keys: readonly string[]) => ({ depends_on: keys.map((key) => ({ task_key: key })) });

it.each([
  [{ tasks: [task("a b")] }],
  [{ tasks: [task("a"), task("a")] }],
  [{ tasks: [task("a", after("b"))] }],
  [{ tasks: [task("a", after("a"))] }],
  [{ tasks: [task("a", after("c")), task("b", after("a")), task("c", after("b"))] }],
  [{ tasks: [task("a", { job_cluster_key: "none" })] }],
  [{ tasks: [task("a", { job_cluster_key: undefined })] }],
  [{ tasks: [task("a", { notebook_task: undefined })] }],
  [{ tasks: [task("a", { spark_python_task: { python_file: "/Shared/x.py" } })] }],
  [{ tasks: [task("a", { notebook_task: { notebook_path: "n" } })] }],
  [{ tasks: [task("a", { notebook_task: {} })] }],
  [{ job_clusters: [clusterOf("c"), clusterOf("c")] }],
  [{ job_clusters: [{ job_cluster_key: "c", new_cluster: { spark_version: "v", node_type_id: "n" } }] }],
  [{ job_clusters: [{ job_cluster_key: "c", new_cluster: { node_type_id: "n", num_workers: 1 } }] }],
  [{ job_clusters: [{ job_cluster_key: "c", new_cluster: { spark_version: "v", num_workers: 1 } }] }],
  [{ max_concurrent_runs: 1001 }],
  [{ schedule: { quartz_cron_expression: "0 0 2 * * ?" } }],
  [{ tags: Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`t${at}`, "x"])) }],
  [{ name: "j".repeat(4097) }],
])("refuses a job that is not whole or within the limits: %#", async (more) => {
  expect(await call("POST", "2.1/jobs/create", settings("j", more))).toMatchObject({
    status: 400,
    error: "INVALID_PARAMETER_VALUE",
  });
});

it("takes tasks in whatever order they stand, and of other kinds than notebooks without a cluster", async () => {
  const tasks = [task("a", after("b", "c")), task("b", after("c")), { task_key: "c", run_job_task: { job_id: 1 } }];
  const { status, body } = await call("POST", "2.1/jobs/create", settings("j", { tasks }));
  expect(status).toBe(200);
  await call("POST", "2.1/jobs/delete", { job_id: body.job_id });
});

it("takes a hundred tasks in a job and no more", async () => {
  const many = (length: number) => settings("j", { tasks: Array.from({ length }, (_, at) => task(`t${at}`)) });
  const { status, body } = await call("POST", "2.1/jobs/create", many(100));
  expect(status).toBe(200);
  await call("POST", "2.1/jobs/delete", { job_id: body.job_id });
  expect(await call("POST", "2.1/jobs/create", many(101))).toMatchObject({
    status: 400,
    body: {
      message:
        "Resources with more than 100 tasks can only be handled by API 2.2 and above. Your resource has 101 tasks",
    },
  });
});

it("lets a user do what its levels allow", async () => {
  await call("POST", "2.0/workspace/import", notebook("/Shared/n"));
  expect((await call("GET", "2.0/workspace/get-status", { path: "/Shared/n" }, user)).status).toBe(200);
  const foreign = await call("POST", "2.0/workspace/import", notebook("/Shared/n", "x", { overwrite: true }), user);
  expect(foreign).toMatchObject({ status: 403, error: "PERMISSION_DENIED" });
  expect((await call("POST", "2.0/workspace/mkdirs", { path: "/Shared/mine/x" }, user)).status).toBe(200);
  const { job_id } = (await call("POST", "2.1/jobs/create", settings("j"))).body;
  expect(await call("POST", "2.1/jobs/delete", { job_id }, user)).toMatchObject({ error: "PERMISSION_DENIED" });
  expect((await call("GET", "2.1/jobs/list", {}, user)).body.jobs).toBeUndefined();
  await call("POST", "2.1/jobs/delete", { job_id });
});

it("shows a job to whom it is shared with, and lets only its owner share it", async () => {
  const list = async () => (await call("GET", "2.1/jobs/list", {}, user)).body.jobs?.map((one) => one.job_id);
  const entry = (permission_level: string, who = user.client) => ({
    access_control_list: [{ service_principal_name: who, permission_level }],
  });
  const seen = (await call("POST", "2.1/jobs/create", settings("seen", entry("CAN_VIEW")))).body.job_id ?? 0;
  const hidden = (await call("POST", "2.1/jobs/create", settings("hidden"))).body.job_id ?? 0;
  expect(await list()).toEqual([seen]);
  expect((await call("GET", "2.1/jobs/get", { job_id: hidden }, user)).error).toBe("PERMISSION_DENIED");
  const shown = (await call("GET", "2.1/jobs/get", { job_id: seen }, user)).body;
  expect(shown.settings).not.toHaveProperty("access_control_list");
  const path = (id: number) => `2.0/permissions/jobs/${id}`;
  expect((await call("PATCH", path(seen), entry("CAN_MANAGE"), user)).error).toBe("PERMISSION_DENIED");
  expect((await call("POST", "2.1/jobs/delete", { job_id: seen }, user)).error).toBe("PERMISSION_DENIED");
  const reset = { job_id: hidden, new_settings: settings("hidden", entry("CAN_VIEW")) };
  expect((await call("POST", "2.1/jobs/reset", reset)).status).toBe(200);
  expect(await list()).toEqual([seen]);
  expect((await call("PATCH", path(hidden), entry("CAN_VIEW", "nobody"))).error).toBe("RESOURCE_DOES_NOT_EXIST");
  expect((await call("PATCH", path(hidden), entry("CAN_LOOK"))).error).toBe("INVALID_PARAMETER_VALUE");
  expect((await call("PATCH", path(hidden), entry("CAN_MANAGE"))).status).toBe(200);
  expect((await call("POST", "2.1/jobs/delete", { job_id: hidden }, user)).status).toBe(200);
  await call("POST", "2.1/jobs/delete", { job_id: seen });
});

it("tells who asks, and whether that is an administrator", async () => {
  const groupsOf = async (who: Principal) => {
    const { status, body } = await call("GET", "2.0/preview/scim/v2/Me", {}, who);
    const { userName, groups = [] } = body;
    return [status, userName, groups.map(({ display }) => display)];
  };
  expect(await groupsOf(owner)).toEqual([200, owner.client, ["users", "admins"]]);
  expect(await groupsOf(user)).toEqual([200, user.client, ["users"]]);
});

it("wants a token for workspaces, of a user", async () => {
  const path = { path: "/Shared" };
  expect((await call("GET", "2.0/workspace/list", path, owner, "https://management.azure.com")).status).toBe(403);
  expect((await call("GET", "2.0/workspace/list", path, withActions())).error).toBe("PERMISSION_DENIED");
  expect((await fetch(`${azure.databricks}/api/2.0/workspace/list?path=/`)).status).toBe(401);
  expect((await call("GET", "2.0/nothing", {})).error).toBe("ENDPOINT_NOT_FOUND");
});

it("says when to come again", async () => {
  azure.control.play(() => ({ kind: "unable", status: 429, retryAfter: 3 }));
  const { status, headers, error } = await call("GET", "2.0/workspace/list", { path: "/" });
  expect([status, headers.get("retry-after"), error]).toEqual([429, "3", "REQUEST_LIMIT_EXCEEDED"]);
});
