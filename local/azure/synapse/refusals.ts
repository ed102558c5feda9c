import type { Json } from "../../../compiler/emit/json.js";
import { type Answer, Refusal } from "../call.js";

/** The body of every error: https://learn.microsoft.com/rest/api/synapse/data-plane/notebook/create-or-update-notebook#clouderror */
export const problem = (status: number, code: string, message: string): Answer =>
  jsonAnswer(status, { error: { code, message } });

export const jsonAnswer = (status: number, value: Json, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "Content-Type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});

export function refuse(status: number, code: string, message: string): never {
  throw new Refusal(problem(status, code, message));
}
