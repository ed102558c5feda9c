import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FunctionAppAddress } from "../adf/world.js";
import type { GridEvent } from "../events/event.js";
import { startTopic, type Topic } from "../events/topic.js";
import { type EventTrigger, readEventTriggers, startedBy } from "../events/trigger.js";
import type { LocalFlow, LocalFunctionApp } from "../flow.js";
import { readSamples, type SampleApi, startSampleApi } from "../http/sample-api.js";
import { type LocalApiFeed, type Places, placed, placeOf } from "../job.js";
import { onceForAll } from "../once.js";
import { fingerprint } from "../waves.js";
import { readFunctionApp } from "./app.js";
import { type FunctionHost, startHost } from "./host.js";

/** The function apps of a flow that are up, the APIs that they read, and the topic that they post events to. */
export interface Functions {
  /** Where an app is asked; undefined: no app is of that linked service. */
  readonly app: (linkedService: string) => FunctionAppAddress | undefined;
  /** The functions of that app with an HTTP trigger. */
  readonly calledOver: (linkedService: string) => readonly string[] | undefined;
  /** Whether events start the flow's pipeline. */
  readonly waitsForEvents: boolean;
  /**
   * Lets an app's API answer with a file, and then the function's timer come, unless an earlier run has done so. `earlier`: how many
   * files there were before. Gives whether it did.
   */
  readonly feed: (feed: LocalApiFeed, file: string, earlier: number) => Promise<boolean>;
  /** The events that have arrived since it was asked last. */
  readonly arrived: () => readonly Arrived[];
  readonly stop: () => Promise<void>;
}

/** An event, and how often it starts the flow's pipeline: once for each trigger that fires. */
export interface Arrived {
  readonly event: GridEvent;
  readonly starts: number;
}

export interface FunctionsRequest {
  readonly flow: LocalFlow;
  readonly projectDir: string;
  readonly places: Places;
  readonly python: string;
}

interface Running {
  readonly app: LocalFunctionApp;
  readonly api: SampleApi;
  readonly host: FunctionHost;
  readonly overHttp: readonly string[];
}

/** Starts them all. What cannot be done on this machine is an error that names it. */
export async function startFunctions(request: FunctionsRequest): Promise<Functions> {
  const { flow, places } = request;
  const triggers = readEventTriggers(flow.triggers ?? []);
  const events: GridEvent[] = [];
  const topic = await startTopic(topicOf(triggers), (posted) => events.push(...posted));
  const running: Running[] = [];
  const stop = async () => {
    await Promise.all([topic.stop(), ...running.flatMap(({ api, host }) => [api.stop(), host.stop()])]);
  };
  try {
    for (const app of flow.functions ?? []) running.push(await startApp(app, topic, request));
  } catch (error) {
    await stop();
    throw error;
  }
  const waitsForEvents = triggers.some(({ pipelines }) => pipelines.includes(flow.pipeline));
  const starts = (event: GridEvent) =>
    startedBy(triggers, event).filter((pipeline) => pipeline === flow.pipeline).length;
  const ofService = (linkedService: string) => running.find(({ app }) => app.linked_service === linkedService);
  return {
    app: (linkedService) => ofService(linkedService)?.host,
    calledOver: (linkedService) => ofService(linkedService)?.overHttp,
    waitsForEvents,
    feed: async (feed, file, earlier) => {
      const one = running.find(({ app }) => app.sources.some(({ source }) => source === feed.source));
      if (one === undefined) throw new Error(`There is no function app in '${feed.app}'.`);
      one.api.show(await readSamples(file), feed.source);
      return onceForAll(places.state, "functions", [placeOf(feed), earlier, await fingerprint(file)], async () => {
        if (feed.runs === null) return;
        const before = events.length;
        await one.host.run(feed.runs);
        const posted = events.slice(before);
        if (waitsForEvents && posted.every((event) => starts(event) === 0)) throw unheard(feed.runs, posted);
      });
    },
    arrived: () => events.splice(0).map((event) => ({ event, starts: starts(event) })),
    stop,
  };
}

async function startApp(
  app: LocalFunctionApp,
  topic: Topic,
  { projectDir, places, python }: FunctionsRequest,
): Promise<Running> {
  const read = readFunctionApp(join(projectDir, app.folder));
  const kinds = (kind: "timer" | "http") =>
    read.functions.flatMap(({ name, trigger }) => (trigger.kind === kind ? [name] : []));
  const overHttp = kinds("http");
  assertTriggers(app, kinds("timer"), overHttp);
  const api = await startSampleApi(randomBytes(16).toString("hex"));
  const given = { api: api.address, api_key: api.key, topic: topic.endpoint, topic_key: topic.key };
  const settings = Object.fromEntries(
    Object.entries(read.settings).map(([name, value]) => [name, placed(filled(value, given), places)]),
  );
  const log = join(places.state, "functions", "log");
  await mkdir(dirname(log), { recursive: true });
  const host = await startHost({ app: read, python, settings, log });
  return { app, api, host, overHttp };
}

/** What its timer starts has one, and what the pipeline calls can be called. */
function assertTriggers(
  { folder, sources }: LocalFunctionApp,
  timers: readonly string[],
  overHttp: readonly string[],
): void {
  for (const { source, function: name, called_by } of sources) {
    const [wanted, trigger] = called_by === "outside" ? [timers, "a timer"] : [overHttp, "an HTTP trigger"];
    if (!wanted.includes(name))
      throw new Error(
        `${source}: the app in '${folder}' has no function '${name}' with ${trigger}. It has: ${wanted.join(", ") || "none"}.`,
      );
  }
}

const filled = (text: string, given: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(api|api_key|topic|topic_key)\}/g, (whole, name: string) => given[name] ?? whole);

/** The one topic that triggers wait for; without triggers events go nowhere. */
function topicOf(triggers: readonly EventTrigger[]): string {
  const topics = [...new Set(triggers.map(({ scope }) => scope))];
  if (topics.length > 1)
    throw new Error(
      `The triggers wait for events of several topics, and on this machine there is one: ${topics.join(", ")}.`,
    );
  return topics[0] ?? "/topics/none";
}

function unheard(name: string, posted: readonly GridEvent[]): Error {
  const what = posted.map(({ eventType, subject }) => `'${eventType}' with the subject '${subject}'`).join(", ");
  return new Error(`'${name}' has posted ${what || "no event"}, and no trigger of the pipeline waits for that.`);
}
