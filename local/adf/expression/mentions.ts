import { functionOf } from "./functions/functions.js";
import type { Range } from "./problem.js";
import { type Call, type Expression, expressionsOf, parts, type Template } from "./tree.js";

/** A name that an expression uses, and where it stands. */
export interface Mention {
  readonly kind: "activity" | "variable" | "parameter" | "globalParameter" | "dataset" | "linkedService" | "function";
  readonly name: string;
  readonly range: Range;
  /** For a function: whether there is one of that name that can be evaluated. */
  readonly isKnown: boolean;
}

/** What a template names, in the order of writing. A name that is computed (`activity(item().name)`) is not among them. */
export function mentionsOf(template: Template): readonly Mention[] {
  return expressionsOf(template)
    .flatMap((expression) => [...parts(expression)].flatMap(mentionOf))
    .sort((a, b) => a.range.start - b.range.start);
}

/** Whether it asks for the item of a loop. */
export const usesItem = (template: Template): boolean =>
  expressionsOf(template).some((expression) => [...parts(expression)].some((part) => rootOf(part) === "item"));

function mentionOf(part: Expression): readonly Mention[] {
  if (part.kind === "call") return mentionOfCall(part);
  if (part.kind !== "selection" || part.key.kind !== "literal" || typeof part.key.value !== "string") return [];
  const { value: name, range } = part.key;
  const kind = kindOfSelection(part.of);
  return kind === undefined ? [] : [{ kind, name, range, isKnown: true }];
}

function mentionOfCall(call: Call): readonly Mention[] {
  const isKnown = functionOf(call.name) !== undefined;
  const used: Mention = { kind: "function", name: call.name, range: call.nameRange, isKnown };
  const [first] = call.arguments;
  const kind = { activity: "activity", variables: "variable" } as const;
  const root = rootOf(call);
  if (root !== "activity" && root !== "variables") return [used];
  if (first?.kind !== "literal" || typeof first.value !== "string") return [used];
  return [used, { kind: kind[root], name: first.value, range: first.range, isKnown: true }];
}

/** Of what a name is selected: `pipeline().parameters`, `dataset()`. */
function kindOfSelection(of: Expression): Mention["kind"] | undefined {
  const root = rootOf(of);
  if (root === "dataset") return "dataset";
  if (root === "linkedservice") return "linkedService";
  if (of.kind !== "selection" || rootOf(of.of) !== "pipeline" || of.key.kind !== "literal") return undefined;
  switch (String(of.key.value).toLowerCase()) {
    case "parameters":
      return "parameter";
    case "globalparameters":
      return "globalParameter";
    default:
      return undefined;
  }
}

const rootOf = (part: Expression): string | undefined => (part.kind === "call" ? part.name.toLowerCase() : undefined);
