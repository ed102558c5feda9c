import { randomBytes } from "node:crypto";
import type { FunctionAppAddress } from "../adf/world.js";
import { type HttpServer, type Reply, type Requested, serve } from "../http/serve.js";
import type { FunctionApp, HttpTrigger } from "./app.js";
import { type FunctionOutcome, invoke } from "./invoke.js";

/** A function app that is up on this machine. */
export interface FunctionHost extends FunctionAppAddress {
  /** Lets a timer come; an error is why there is none, or why the function failed. */
  readonly run: (name: string) => Promise<void>;
  /** The key that opens `/admin`. */
  readonly master: string;
  readonly stop: () => Promise<void>;
}

export interface HostRequest {
  readonly app: FunctionApp;
  readonly python: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: string;
}

/**
 * Serves an app as Azure Functions does: `/api/<function>` for those with an HTTP trigger, with the keys that each wants, and
 * `/admin/functions/<function>` to run any other by hand.
 * https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger#working-with-keys
 */
export async function startHost(request: HostRequest): Promise<FunctionHost> {
  const { app } = request;
  const [key, master] = [newKey(), newKey()];
  const stopped = new AbortController();
  const invoking = { ...request, signal: stopped.signal };
  const server: HttpServer = await serve(async (asked) => {
    const [, kind = "", ...rest] = asked.path.split("/");
    if (kind === "admin" && rest[0] === "functions") return runByHand(rest.slice(1), asked);
    const called = kind === "api" ? app.functions.find(({ name }) => sameName(name, rest)) : undefined;
    // Also where the method is another: https://github.com/Azure/azure-functions-host/issues/10098
    if (called?.trigger.kind !== "http" || !takes(called.trigger, asked.method)) return { status: 404 };
    if (!mayCall(called.trigger, keyOf(asked), key, master)) return { status: 401 };
    return replyOf(await invoke(called, invoking, requestOf(asked)));
  });
  const timers = (name: string) => app.functions.find((one) => one.name === name && one.trigger.kind === "timer");

  /** https://learn.microsoft.com/azure/azure-functions/functions-manually-run-non-http */
  function runByHand([name = ""]: readonly string[], asked: Requested): Reply {
    if (asked.headers["x-functions-key"] !== master) return { status: 401 };
    const called = timers(name);
    if (called === undefined || asked.method !== "POST") return { status: 404 };
    invoke(called, invoking).catch(() => {}); // What comes of it stands in the log: who asked is told that it was begun.
    return { status: 202 };
  }

  return {
    address: server.address,
    key,
    master,
    run: async (name) => {
      const called = timers(name);
      if (called === undefined) throw new Error(`The app in ${app.folder} has no function '${name}' with a timer.`);
      const outcome = await invoke(called, invoking);
      if (outcome.kind === "failed") throw new Error(`The function '${name}' has failed: ${outcome.error}`);
    },
    stop: async () => {
      stopped.abort();
      await server.stop();
    },
  };
}

const newKey = (): string => randomBytes(32).toString("base64url");

/** Names of functions do not differ in case alone, and routes do not tell case apart. */
const sameName = (name: string, path: readonly string[]): boolean =>
  path.length === 1 && path[0]?.toLowerCase() === name.toLowerCase();

const takes = ({ methods }: HttpTrigger, method: string): boolean => methods === undefined || methods.includes(method);

const keyOf = ({ headers, query }: Requested): string | undefined =>
  headers["x-functions-key"] ?? query.get("code") ?? undefined;

function mayCall({ level }: HttpTrigger, given: string | undefined, key: string, master: string): boolean {
  if (level === "anonymous") return true;
  return given === master || (level === "function" && given === key);
}

const requestOf = (asked: Requested) => ({
  method: asked.method,
  url: asked.url,
  headers: asked.headers,
  params: Object.fromEntries(asked.query),
  body: asked.body,
});

/** A function that fails is a server's error that says nothing of why. */
function replyOf(outcome: FunctionOutcome): Reply {
  if (outcome.kind === "failed") return { status: 500 };
  const { status, type, text } = outcome.answer ?? { status: 204, type: null, text: "" };
  return { status, ...(type === null ? {} : { type }), text };
}
