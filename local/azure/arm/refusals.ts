import { type Answer, Refusal } from "../call.js";

/** The body of every error: https://learn.microsoft.com/azure/azure-resource-manager/templates/common-deployment-errors and the service's `CloudError`. */
export function problem(status: number, code: string, message: string, target: string | null = null): Answer {
  const error = { code, message, target, details: null };
  return { status, headers: { "Content-Type": "application/json; charset=utf-8" }, body: JSON.stringify({ error }) };
}

export function refuse(status: number, code: string, message: string, target?: string): never {
  throw new Refusal(problem(status, code, message, target));
}

/** https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-not-found */
export const notFound = (type: string, name: string, group: string): never =>
  refuse(
    404,
    "ResourceNotFound",
    `The Resource '${type}/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
