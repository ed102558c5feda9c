import type { Json } from "../../../compiler/emit/json.js";
import { type Answer, Refusal } from "../call.js";

/** https://docs.databricks.com/api/azure/workspace/introduction: every error has a code and a message. */
const statuses = {
  RESOURCE_DOES_NOT_EXIST: 404,
  RESOURCE_ALREADY_EXISTS: 400,
  INVALID_PARAMETER_VALUE: 400,
  MALFORMED_REQUEST: 400,
  DIRECTORY_NOT_EMPTY: 400,
  MAX_NOTEBOOK_SIZE_EXCEEDED: 400,
  // https://github.com/databricks/terraform-provider-databricks/issues/1773
  PRINCIPAL_DOES_NOT_EXIST: 404,
  CATALOG_DOES_NOT_EXIST: 404,
  SCHEMA_DOES_NOT_EXIST: 404,
  TABLE_DOES_NOT_EXIST: 404,
  VOLUME_DOES_NOT_EXIST: 404,
  PERMISSION_DENIED: 403,
  ENDPOINT_NOT_FOUND: 404,
  REQUEST_LIMIT_EXCEEDED: 429,
  INTERNAL_ERROR: 500,
  TEMPORARILY_UNAVAILABLE: 503,
} as const;

type Code = keyof typeof statuses;

export const jsonAnswer = (status: number, value: Json): Answer => ({
  status,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(value),
});

export const problem = (code: Code, message: string): Answer =>
  jsonAnswer(statuses[code], { error_code: code, message });

export function refuse(code: Code, message: string): never {
  throw new Refusal(problem(code, message));
}

export function refuseCaller(status: 401 | 403, message: string): never {
  throw new Refusal(jsonAnswer(status, { error_code: status, message }));
}
