import type { Plane } from "./call.js";

/** One request and what came of it. */
export interface Exchange {
  /** The first request is 1. */
  readonly number: number;
  readonly plane: Plane;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** The object id of who asked; undefined without a valid token. */
  readonly principal: string | undefined;
  /** It asks for a change. */
  readonly isWrite: boolean;
  /** The service's answer, whether it arrived or not; undefined: it was not asked. */
  readonly status: number | undefined;
}

/** What goes wrong with a request. */
export type Fault =
  /** The connection is closed: before the service sees the request, or after it has done it, so that the answer is lost. */
  | { readonly kind: "cut"; readonly when: "before" | "after" }
  /** The connection stays open and no answer comes. */
  | { readonly kind: "silence"; readonly when: "before" | "after" }
  /** The service does nothing and answers with this status: 429, 500, 503. */
  | { readonly kind: "unable"; readonly status: number; readonly retryAfter?: number }
  /** The operation that the request starts never ends. */
  | { readonly kind: "endless" };

/** Asked before each request; may wait, which holds the request back. */
export type Script = (request: Omit<Exchange, "status">) => Fault | undefined | Promise<Fault | undefined>;

/** How a test sees what was asked and decides what goes wrong. */
export interface Control {
  /** Every request so far, oldest first; a request is entered when it has been handled. */
  readonly log: readonly Exchange[];
  /** Requests that asked for a change and that a service saw. */
  writes(): readonly Exchange[];
  /** From now on. Undefined: nothing goes wrong. */
  play(script: Script | undefined): void;
  clearLog(): void;
}

/** The same with what only the listener needs. */
export interface Controls extends Control {
  enter(exchange: Exchange): void;
  next(): number;
  faultOf(request: Omit<Exchange, "status">): Promise<Fault | undefined>;
}

export function createControls(): Controls {
  const log: Exchange[] = [];
  let last = 0;
  let script: Script | undefined;
  return {
    log,
    writes: () => log.filter(({ isWrite, status }) => isWrite && status !== undefined),
    play: (next) => {
      script = next;
    },
    clearLog: () => {
      log.length = 0;
    },
    enter: (exchange) => {
      log.push(exchange);
    },
    next: () => {
      last += 1;
      return last;
    },
    faultOf: async (request) => script?.(request),
  };
}

/** POST requests that change nothing. */
const readings =
  /\/(getEventSubscriptionStatus|querytriggers|queryPipelineRuns|queryTriggerRuns|queryActivityruns|getStatus)$/i;

export const asksForChange = (method: string, path: string): boolean =>
  !["GET", "HEAD", "OPTIONS"].includes(method) && !readings.test(path);
