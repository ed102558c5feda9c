import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { PipelineSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { named } from "./normalize-parts.js";
import { Placeholders } from "./placeholders.js";
import type { Poisoned } from "./poisoned.js";
import type { Lasting, Steps } from "./steps.js";
import type { Variables } from "./variables.js";

export function stepsOf(document: Document<PipelineSpec>, variables: Variables, report: Report): Steps {
  const { origin } = document;
  const own = (written: string | undefined, ...path: readonly string[]): Lasting | Poisoned | undefined =>
    lasting(written, origin.child(...path), new Placeholders(variables, report));
  const retry = document.get("retry");
  const secret = document.get("on_failure")?.webhook.secret;
  return {
    attempts: retry?.attempts,
    wait: own(retry?.wait, "retry", "wait"),
    timeout: own(document.get("timeout"), "timeout"),
    tablesAtOnce: document.get("tables_at_once"),
    webhook: secret === undefined ? undefined : named(secret, origin.child("on_failure", "webhook", "secret")),
  };
}

/** A length of time; what has a placeholder with an error is poisoned. */
export const lasting = (
  written: string | undefined,
  origin: Origin,
  placeholders: Placeholders,
): Lasting | Poisoned | undefined =>
  written === undefined
    ? undefined
    : placeholders.whole<Lasting>({ kind: "lasting", origin, duration: placeholders.duration(written, origin) });
