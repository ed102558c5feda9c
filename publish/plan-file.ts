import type { Plan } from "./plan.js";
import { isJsonRecord, parsed, textAt, valueAt } from "./records.js";

/** A plan as JSON: for tools, and for publishing exactly this plan later. */
export const planJson = (plan: Plan): string =>
  `${JSON.stringify({ ...plan, steps: plan.steps.map(({ kind, ...step }) => ({ ...step, kind: kind.name })) }, null, 2)}\n`;

/** What of a plan's JSON says which plan it is: the plan itself is made anew, and must come to the same. */
export interface PlanFile {
  readonly environment: string;
  readonly digest: string;
  /** Whether publishing itself runs scripts in databases. */
  readonly isDirect: boolean;
}

/** Undefined: it is no plan of ours, or of another purpose than publishing. */
export function readPlanFile(text: string): PlanFile | undefined {
  const value = parsed(text);
  const digest = textAt(value, "digest");
  const environment = textAt(value, "destination", "environment");
  if (!isJsonRecord(value) || value["version"] !== 1 || value["purpose"] !== "publish") return undefined;
  if (digest === undefined || environment === undefined) return undefined;
  return { environment, digest, isDirect: valueAt(value, "destination", "sql") !== undefined };
}
