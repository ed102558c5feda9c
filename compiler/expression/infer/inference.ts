import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Report } from "../../diagnostics/report.js";
import type { Origin } from "../../source/origin.js";
import type { Range } from "../../source/tree.js";
import type { ColumnReference, Scope } from "../expression.js";
import type { Syntax } from "../parse/syntax.js";
import type { Typed, TypedNode } from "../typed-node.js";

/** What typing one expression needs, and what it gathers on the way. */
export interface Inference {
  readonly origin: Origin;
  readonly scope: Scope;
  readonly report: Report;
  /** Parameters of the lambdas around this place. */
  readonly variables: ReadonlyMap<string, Typed>;
  /** The aggregate around this place. */
  readonly aggregate: string | undefined;
  /** Shared by the whole expression. */
  readonly gathered: { readonly references: ColumnReference[]; isAggregate: boolean };
  /** Types a part. A part that has an error, or a poisoned column, has none; its users stay silent. */
  readonly infer: Infer;
}

export type Infer = (syntax: Syntax, inference: Inference) => TypedNode | undefined;

/** A list that is whole, or nothing. */
export function whole<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = items.filter((item): item is T => item !== undefined);
  return found.length === items.length ? found : undefined;
}

/** Reports a problem at a part of the expression; the part has no type then. */
export function refuse(inference: Inference, range: Range, problem: (origin: Origin) => Diagnostic): undefined {
  inference.report.add(problem(inference.origin.within({ start: range.start, end: range.end })));
  return undefined;
}

export const isNullLiteral = (node: TypedNode): boolean => node.kind === "literal" && node.value.kind === "null";
