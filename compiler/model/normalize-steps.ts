import type { Report } from "../diagnostics/report.js";
import type { PipelineSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { named } from "./normalize-parts.js";
import { Placeholders } from "./placeholders.js";
import type { Poisoned } from "./poisoned.js";
import type { Lasting, Steps } from "./steps.js";
import type { Variables } from "./variables.js";

export function stepsOf(document: Document<PipelineSpec>, variables: Variables, report: Report): Steps {
  const { origin } = document;
  const lasting = (written: string | undefined, ...path: readonly string[]): Lasting | Poisoned | undefined => {
    if (written === undefined) return undefined;
    const at = origin.child(...path);
    const placeholders = new Placeholders(variables, report);
    return placeholders.whole<Lasting>({ kind: "lasting", origin: at, duration: placeholders.duration(written, at) });
  };
  const retry = document.get("retry");
  const secret = document.get("on_failure")?.webhook.secret;
  return {
    attempts: retry?.attempts,
    wait: lasting(retry?.wait, "retry", "wait"),
    timeout: lasting(document.get("timeout"), "timeout"),
    tablesAtOnce: document.get("tables_at_once"),
    webhook: secret === undefined ? undefined : named(secret, origin.child("on_failure", "webhook", "secret")),
  };
}
