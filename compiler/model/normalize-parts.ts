import type { Origin } from "../source/origin.js";
import type { ExpressionsSpec, StreamingSpec } from "../spec/spec.generated.js";
import { triggerOf } from "./defaults.js";
import type { Defaults } from "./model.js";
import type { ExpressionText, Named, Trigger } from "./parts.js";
import type { Placeholders } from "./placeholders.js";

/** What a thing's meaning depends on beside its own words. */
export interface Context {
  readonly placeholders: Placeholders;
  readonly defaults: Defaults;
}

export const trigger = (
  streaming: StreamingSpec | undefined,
  origin: Origin,
  { placeholders, defaults }: Context,
): Trigger => (streaming ? triggerOf(streaming, origin.child("streaming"), placeholders) : defaults.trigger.value);

export const named = (name: string, origin: Origin): Named => ({ name, origin });

export const list = (names: readonly string[], origin: Origin): readonly Named[] =>
  names.map((name, index) => named(name, origin.child(index)));

export const expressions = (spec: ExpressionsSpec, origin: Origin): readonly ExpressionText[] =>
  Object.entries(spec).map(([name, text]) => expression(name, text, origin.child(name)));

export const expression = (name: string, text: string | number | boolean, origin: Origin): ExpressionText => ({
  name,
  text: typeof text === "string" ? text : (origin.written ?? String(text)),
  origin,
});
