import type { Json } from "../../../compiler/emit/json.js";
import type { Answer, Call } from "../call.js";
import { isObject, type JsonObject, parsed } from "../json.js";
import type { Principal } from "../principal.js";
import type { Store } from "../store.js";
import { refuse } from "./refusals.js";

/** One request of the workspace, by somebody who is a user of it. */
export interface WorkspaceRequest {
  readonly call: Call;
  readonly store: Store;
  readonly principal: Principal;
  /** All who have tokens. */
  readonly principals: readonly Principal[];
  /** The query's or the body's values. */
  readonly given: JsonObject;
  readonly now: number;
  /** How long it takes until a run has begun, and until it has ended; milliseconds. */
  readonly operationTime: number;
}

export interface Endpoint {
  readonly method: "GET" | "POST" | "PATCH" | "PUT";
  /** After `/api/2.0/`; what stands in brackets is a value like those of the body. */
  readonly path: string;
  readonly versions: readonly string[];
  readonly handle: (request: WorkspaceRequest) => Answer;
}

/** A GET has its values in the query, a POST in its body. The words up to the colon: https://github.com/PrefectHQ/prefect/pull/5836 */
export function valuesOf({ method, query, body }: Call): JsonObject {
  if (method === "GET") return Object.fromEntries(query);
  const value = body.length === 0 ? {} : parsed(body.toString("utf8"));
  return isObject(value)
    ? value
    : refuse("MALFORMED_REQUEST", "Could not parse request object: expected a JSON object");
}

/** The words: https://github.com/databricks/terraform-provider-databricks/issues/25 */
export function textIn(given: JsonObject, name: string): string {
  const value = given[name];
  return typeof value === "string" && value !== ""
    ? value
    : refuse("INVALID_PARAMETER_VALUE", `Missing required field: ${name}`);
}

export const isTrue = (value: Json | undefined): boolean => value === true || value === "true";
