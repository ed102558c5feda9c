import { ActivityError } from "../activity.js";
import { evaluate } from "../evaluate.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isObject } from "../reader.js";
import type { Scope } from "../scope.js";

/** What is asked over HTTP; all of it as it was written, with expressions. */
export interface Question {
  readonly method: string;
  readonly headers: JsonValue;
  readonly body: JsonValue | undefined;
}

export interface Asking {
  readonly url: string;
  /** Headers that the service adds. */
  readonly added: Readonly<Record<string, string>>;
  /** How long it waits for the whole answer. */
  readonly seconds: number;
}

/** What came back; `none`: nothing in time, or there is nobody there. */
export type Heard =
  | { readonly kind: "answer"; readonly status: number; readonly text: string }
  | { readonly kind: "none"; readonly isLate: boolean; readonly why: string };

/** Asks, and follows where it is sent elsewhere. A long-running operation cannot be waited for here, which stops the walk. */
export async function ask(question: Question, { url, added, seconds }: Asking, scope: Scope): Promise<Heard> {
  const inTime = AbortSignal.timeout(Math.min(seconds * 1000, 2 ** 31 - 1));
  const { method } = question;
  const request = { method, headers: { ...headersOf(question, scope), ...added }, ...bodyOf(question, scope) };
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.any([scope.world.signal, inTime]) });
    if (response.status === 202 && response.headers.has("location")) throw new Unfit();
    return { kind: "answer", status: response.status, text: await response.text() };
  } catch (error) {
    scope.world.signal.throwIfAborted();
    if (error instanceof Unfit) throw error;
    return { kind: "none", isLate: inTime.aborted, why: reasonOf(error) };
  }
}

/** The service would ask at the given address until there is something else than 202. */
class Unfit extends Error {
  constructor() {
    super("The answer is 202 with a 'Location': to ask there until it is done is not done on this machine.");
  }
}

function headersOf({ headers, body }: Question, scope: Scope): Readonly<Record<string, string>> {
  const given = evaluate(headers, scope);
  if (!isObject(given)) throw new ActivityError(`'headers' must be an object; it is ${JSON.stringify(given)}.`);
  const names = Object.keys(given).map((name) => name.toLowerCase());
  // No page says what the service sends otherwise.
  if (body !== undefined && !names.includes("content-type"))
    throw new Error("A 'body' without a 'Content-Type' among the headers is not sent on this machine.");
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}

function bodyOf({ body }: Question, scope: Scope): { readonly body?: string } {
  if (body === undefined) return {};
  const sent = evaluate(body, scope);
  return { body: typeof sent === "string" ? sent : JSON.stringify(sent) };
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
};

/** What an answer says as JSON; undefined where it is none. */
export function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The one kind of JSON that an activity can make its output of. */
export function objectIn(text: string): JsonObject | undefined {
  const read = parsed(text);
  return isObject(read) ? read : undefined;
}

/** What the services say of any other. */
export const noObject = "Response Content is not a valid JObject.";
