import type { Claims } from "./issuer.js";

/** The control planes that are stood in for; each listens on a port of its own, as each has a host of its own in the cloud. */
export type Plane = "arm" | "databricks" | "blob" | "files" | "synapse" | "vault" | "identity";

/** One request, whole. */
export interface Call {
  readonly method: string;
  /** As it was sent, without the query. */
  readonly path: string;
  /** The path's parts, decoded. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** A header's value; letters' cases do not count. */
  readonly header: (name: string) => string | undefined;
  /** In lower case. */
  readonly headerNames: readonly string[];
  readonly body: Buffer;
  /** Where the caller reached us: links in answers begin with it. */
  readonly origin: string;
  /** What the bearer token says; a word on what is wrong with it instead. */
  readonly caller: Claims | "missing" | "unknown" | "expired";
  /** An operation that this request starts is to go on for ever. */
  readonly isEndless: boolean;
}

/** What goes back. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One control plane. */
export interface Service {
  readonly plane: Plane;
  /** Handles a request; what was written is written when it returns. Throws a `Refusal`. */
  answer(call: Call): Answer;
  /** What the service says when it cannot at the moment (429, 500, 503): each has its own form. */
  unable(status: number): Answer;
}

/** A request is refused; thrown from wherever that is found. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}
