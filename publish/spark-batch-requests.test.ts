import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";
import { expect, it } from "vitest";
import type { Json } from "../compiler/emit/json.js";
import { kinds } from "./kinds.js";
import type { Patience } from "./patience.js";
import { isJsonRecord, parsed } from "./records.js";
import { SparkBatchClient } from "./spark-batch-client.js";
import { SparkBatches } from "./spark-batches.js";
import { sparkJobOf } from "./spark-job.js";
import { SparkJobs } from "./spark-jobs.js";
import { thingId } from "./thing.js";

const patience: Patience = { retries: 2, retryDelay: 1, operation: 5000, poll: 1, requests: 4 };
const file = "abfss://lake@shop.dfs.core.windows.net/_jobs/shop/0123456789ab/orders.py";
const definition = (name: string) => ({
  properties: {
    targetBigDataPool: { referenceName: "streaming" },
    jobProperties: { name, file: file.replace("orders", name) },
  },
});
const jobOf = (name: string) => sparkJobOf(name, definition(name), undefined);
const orders = jobOf("orders");

/** How a pool answers that is not as quick and as whole as one could wish. */
interface Slowness {
  /** Lists that do not show yet what was submitted. */
  readonly lag?: number;
  readonly hasTags?: boolean;
  /** Submissions of which no answer comes, though they were taken. */
  readonly lost?: number;
  /** Submissions that are not taken, and no answer comes. */
  readonly refused?: number;
  /** Looks at an application that is cancelled until it has ended. */
  readonly looks?: number;
}

interface Application {
  readonly id: number;
  readonly request: { readonly [key: string]: Json };
  lists: number;
  looks: number;
  isCancelled: boolean;
}

/** A pool as `SparkBatchClient` asks it. */
class Pool {
  readonly applications: Application[] = [];
  readonly asked: string[] = [];

  constructor(private readonly slow: Slowness = {}) {}

  get runs(): SparkBatches {
    return new SparkBatches(new SparkBatchClient("http://localhost", this.client, patience), "shop", patience);
  }

  forget(): void {
    this.asked.length = 0;
  }

  private readonly client: HttpClient = {
    sendRequest: async (request) => {
      const { pathname } = new URL(request.url);
      const id = /batches\/(\d+)$/.exec(pathname)?.[1];
      this.asked.push(`${request.method}${id === undefined ? "" : " one"}`);
      const [status, body] = this.answer(request.method, id, typeof request.body === "string" ? request.body : "");
      return { status, request, headers: createHttpHeaders(), bodyAsText: JSON.stringify(body) };
    },
  };

  private answer(method: string, id: string | undefined, body: string): readonly [number, Json] {
    if (method === "POST") return this.submitted(body);
    if (id === undefined) {
      const shown = this.applications.filter((one) => one.lists >= (this.slow.lag ?? 0));
      for (const one of this.applications) one.lists += 1;
      return [200, { total: shown.length, sessions: shown.map((one) => this.shown(one)) }];
    }
    const found = this.applications.find((one) => one.id === Number(id));
    if (found === undefined) return [404, {}];
    if (method === "DELETE") found.isCancelled = true;
    return [200, this.shown(found)];
  }

  private submitted(body: string): readonly [number, Json] {
    const request = parsed(body);
    const number = this.asked.filter((one) => one === "POST").length;
    if (number <= (this.slow.refused ?? 0) || !isJsonRecord(request)) return [503, {}];
    this.applications.push({ id: this.applications.length, request, lists: 0, looks: 0, isCancelled: false });
    return number <= (this.slow.lost ?? 0) ? [504, {}] : [200, {}];
  }

  private shown(one: Application): Json {
    if (one.isCancelled) one.looks += 1;
    const isOver = one.isCancelled && one.looks > (this.slow.looks ?? 0);
    const { tags = null, ...jobCreationRequest } = one.request;
    return {
      id: one.id,
      livyInfo: { jobCreationRequest },
      state: isOver ? "killed" : "running",
      result: isOver ? "Cancelled" : "Uncertain",
      ...(this.slow.hasTags === false ? {} : { tags }),
    };
  }
}

const nothing = async (): Promise<void> => {};
const countOf = ({ asked }: Pool, what: string): number => asked.filter((one) => one === what).length;

it.each([
  ["lists it late", { lost: 1, lag: 4 }],
  ["lists no tags", { lost: 1, hasTags: false }],
  ["lists it late, and no tags", { lost: 1, lag: 4, hasTags: false }],
])("submits an application once whose answer is lost, to a pool that %s", async (_, slow) => {
  const pool = new Pool(slow);
  await pool.runs.start(orders, nothing);
  expect(pool.applications).toHaveLength(1);
});

it("submits it again that was not taken, also where one of the same file ran before", async () => {
  const before = new Pool({ hasTags: false });
  await before.runs.start(orders, nothing);
  await before.runs.end(orders, nothing);
  const pool = new Pool({ hasTags: false, refused: 1 });
  pool.applications.push(...before.applications);
  await pool.runs.start(orders, nothing);
  expect(countOf(pool, "POST")).toBe(2);
  expect(pool.applications).toHaveLength(2);
});

it("lists a pool once for all jobs of a reading", async () => {
  const pool = new Pool();
  const names = ["orders", "refunds", "returns"];
  const kind = kinds["synapse.sparkJobDefinition"];
  const live = names.map((name) => ({
    ...{ id: thingId(kind, name), kind, name, value: definition(name), version: "1" },
    ...{ state: undefined, isMarked: true, address: undefined },
  }));
  const artifacts = { read: async () => live, readAgain: async () => live[0], carryOut: async () => {} };
  for (const name of names.slice(1)) await pool.runs.start(jobOf(name), nothing);
  pool.forget();
  const read = await new SparkJobs(artifacts, pool.runs, []).read();
  expect(read.map(({ name, state, run }) => [name, state, run])).toEqual([
    ["orders", "Stopped", undefined],
    ["refunds", "Started", "streaming/0"],
    ["returns", "Started", "streaming/1"],
  ]);
  expect(pool.asked).toEqual(["GET"]);
});

it("asks only for what it has found while it waits for the end of that, and then for all", async () => {
  const pool = new Pool({ looks: 5 });
  await pool.runs.start(orders, nothing);
  pool.forget();
  await pool.runs.end(orders, nothing);
  expect(pool.asked).toEqual(["GET", "DELETE one", ...Array(5).fill("GET one"), "GET"]);
});
