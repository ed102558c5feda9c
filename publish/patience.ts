import { longestOperation } from "../compiler/emit/applications.js";

/** How long is waited, and how often something is tried again. */
export interface Patience {
  /** Times that a request is sent again which the service did not take (429, 5xx, no answer). */
  readonly retries: number;
  /** Before the first of these, in milliseconds; doubled each time. What the service itself asks for (Retry-After) goes before. */
  readonly retryDelay: number;
  /** How long an operation may run in the service, in milliseconds. */
  readonly operation: number;
  /** Between two looks at it, in milliseconds. */
  readonly poll: number;
  /** Requests that are under way at a time. */
  readonly requests: number;
}

/** Milliseconds until a server is given up that does not let anybody in. */
export const connecting = 30_000;

/**
 * The services' limits leave room for more, but for writes to a factory they are told in several ways
 * (https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling): they are found by being told
 * to wait, and then waiting.
 */
export const patient: Patience = { retries: 4, retryDelay: 1000, operation: longestOperation, poll: 2000, requests: 8 };
