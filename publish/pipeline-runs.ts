import { setTimeout as delay } from "node:timers/promises";
import type { Json } from "../compiler/emit/json.js";
import type { Patience } from "./patience.js";
import { isJsonList, textAt, valueAt } from "./records.js";
import type { Step } from "./step.js";

/** One time that a pipeline ran or runs. */
export interface PipelineRun {
  readonly id: string;
  /** In the service's word: `Queued`, `InProgress`, `Succeeded`, `Failed`, `Canceling`, `Cancelled`. */
  readonly state: string;
  /** ISO 8601, in UTC; undefined: it has not begun, or not ended. */
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** What went wrong, in the service's words. */
  readonly message: string | undefined;
}

const day = 86_400_000;

/** A run is kept for 45 days: https://learn.microsoft.com/azure/data-factory/monitor-visually#monitor-pipeline-runs */
export const daysKept = 45;

/**
 * The last run of a pipeline, of a factory or of a workspace; undefined: none is known.
 * https://learn.microsoft.com/rest/api/datafactory/pipeline-runs/query-by-factory
 * @param ask sends the query
 * @param now which the service's clock may be before or after
 */
export async function lastRunOf(
  pipeline: string,
  ask: (query: Json) => Promise<Json>,
  now: Date,
): Promise<PipelineRun | undefined> {
  const at = (days: number): string => new Date(now.getTime() + days * day).toISOString();
  const query = {
    ...{ lastUpdatedAfter: at(-daysKept), lastUpdatedBefore: at(1) },
    filters: [{ operand: "PipelineName", operator: "Equals", values: [pipeline] }],
    orderBy: [{ orderBy: "RunStart", order: "DESC" }],
  };
  for (let token: string | undefined = ""; token !== undefined; ) {
    const answer: Json = await ask(token === "" ? query : { ...query, continuationToken: token });
    const runs = valueAt(answer, "value");
    const [last] = isJsonList(runs) ? runs : [];
    if (last !== undefined) return runIn(last);
    token = textAt(answer, "continuationToken") || undefined;
  }
  return undefined;
}

const runIn = (run: Json): PipelineRun => ({
  id: textAt(run, "runId") ?? "",
  state: textAt(run, "status") ?? "",
  start: textAt(run, "runStart"),
  end: textAt(run, "runEnd"),
  message: textAt(run, "message") || undefined,
});

/** How a service is asked for a run. */
export interface Runner {
  /** Starts one, with the values of its parameters. May be asked more than once: what a second run does is done already. */
  start(parameters: Json): Promise<Json>;
  /** Tells a run as it is. */
  look(run: string): Promise<Json>;
}

/**
 * Starts a pipeline and waits until it has ended; rejects where it has not succeeded, in its own words.
 * https://learn.microsoft.com/rest/api/datafactory/pipelines/create-run
 */
export async function runToEnd(
  { id, value }: Pick<Step, "id" | "value">,
  { operation, poll }: Patience,
  { start, look }: Runner,
): Promise<void> {
  const run = textAt(await start(value ?? {}), "runId");
  if (run === undefined) throw new Error(`${id}: the service has told no run`);
  for (let waited = 0; ; waited += poll) {
    const { state, message = "nothing more is told" } = runIn(await look(run));
    if (state === "Succeeded") return;
    if (!underWay.includes(state)) throw new Error(`${id}: its run ${run} has ended with ${state}: ${message}`);
    if (waited >= operation)
      throw new Error(`${id}: its run ${run} is ${state} still, and is not waited for any longer`);
    await delay(poll);
  }
}

const underWay: readonly string[] = ["Queued", "InProgress", "Canceling"];
