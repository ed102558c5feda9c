import type { Origin } from "../source/origin.js";
import type { ExpressionsSpec, StreamingSpec } from "../spec/spec.generated.js";
import type { ExpressionText, Named, Trigger } from "./model.js";
import type { Placeholders } from "./placeholders.js";

/** Ten seconds: often enough for tables that people look at, seldom enough for files of a useful size. */
export const trigger = (streaming: StreamingSpec | undefined, origin: Origin, placeholders: Placeholders): Trigger => {
  if (streaming === undefined) return "10 seconds";
  if (streaming.trigger === "continuous") return "0 seconds";
  return placeholders.trigger(streaming.trigger, origin.child("streaming", "trigger"));
};

export const named = (name: string, origin: Origin): Named => ({ name, origin });

export const list = (names: readonly string[], origin: Origin): readonly Named[] =>
  names.map((name, index) => named(name, origin.child(index)));

export const expressions = (spec: ExpressionsSpec, origin: Origin): readonly ExpressionText[] =>
  Object.entries(spec).map(([name, text]) => expression(name, text, origin.child(name)));

export const expression = (name: string, text: string | number | boolean, origin: Origin): ExpressionText => ({
  name,
  text: String(text),
  origin,
});
