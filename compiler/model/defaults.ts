import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { ProjectSpec, StreamingSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { duration } from "./duration.js";
import type { Default, Defaults } from "./model.js";
import { allowed } from "./normalize-sensitive.js";
import type { Trigger } from "./parts.js";
import { Placeholders } from "./placeholders.js";
import type { Variables } from "./variables.js";

/**
 * What the language says where nobody else does. Ten seconds: often enough for tables that people look at, seldom enough for
 * files of a useful size.
 */
const builtIn = { trigger: "10 seconds", ahead: "1 hour", lateRows: "drop" } as const;

/** The project's defaults before the language's own. */
export function defaultsOf(project: Document<ProjectSpec>, variables: Variables, report: Report): Defaults {
  const spec = project.get("defaults");
  const origin = project.origin.child("defaults");
  const placeholders = new Placeholders(variables, report);
  const chosen = <W, T>(written: W | undefined, at: Origin, read: (written: W, at: Origin) => T, own: T): Default<T> =>
    written === undefined ? { value: own, origin: undefined } : { value: read(written, at), origin: at };
  return {
    trigger: chosen(
      spec?.streaming,
      origin.child("streaming"),
      (it, at) => triggerOf(it, at, placeholders),
      builtIn.trigger,
    ),
    ahead: chosen(
      spec?.watermark?.ahead,
      origin.child("watermark", "ahead"),
      (it, at) => placeholders.duration(it, at),
      duration(builtIn.ahead),
    ),
    lateRows: chosen(spec?.late_rows, origin.child("late_rows"), (policy) => policy, builtIn.lateRows),
    maySetAside: allowed(spec?.may_set_aside, origin, "may_set_aside"),
  };
}

/** The rhythm that is written under `streaming`. */
export function triggerOf({ trigger }: StreamingSpec, origin: Origin, placeholders: Placeholders): Trigger {
  return trigger === "continuous" ? "0 seconds" : placeholders.trigger(trigger, origin.child("trigger"));
}
