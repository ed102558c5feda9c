import type { DataType } from "../type.js";
import type { CallNode } from "../typed-node.js";
import type { Value } from "./value.js";

/** A lambda with the variables around it. */
export type Lambda = (...values: readonly Value[]) => Value;

/** How a call is evaluated. Arguments are values of the types that the signature gives them. */
export interface Given {
  readonly call: CallNode;
  /** The types that the arguments have become. */
  readonly types: readonly DataType[];
  /** The arguments as they were before they became those types. */
  readonly written: readonly Value[];
  /** The keys of `keyed_hash` by name. */
  readonly keys: Keys;
  /** The lambda at an argument's position. */
  readonly lambda: (position: number) => Lambda;
  readonly isLambda: (position: number) => boolean;
}

export type Keys = ReadonlyMap<string, string>;

/** What a function of the catalogue computes. */
export type Evaluator =
  /** Of the arguments of one row; lambdas stand among them as null. */
  | {
      readonly kind: "row";
      readonly compute: (values: readonly Value[], given: Given) => Value;
      /** Why a call with these arguments, which are written out, cannot be computed. */
      readonly unless?: (call: CallNode) => string | undefined;
    }
  /** Of the arguments in all rows of a group, of those that count: filtered, and distinct where that is asked for. */
  | { readonly kind: "rows"; readonly compute: (rows: readonly (readonly Value[])[], given: Given) => Value }
  /** Why it cannot be computed outside of Spark. */
  | { readonly kind: "none"; readonly reason: string };

type OfRow = Extract<Evaluator, { readonly kind: "row" }>;

/** The functions of a family by their names in the catalogue. */
export type Evaluators = Readonly<Record<string, Evaluator>>;

/** Null where an argument is null. */
export const strict = (compute: (values: readonly Value[], given: Given) => Value): OfRow => ({
  kind: "row",
  compute: (values, given) =>
    values.some((value, i) => value === null && !given.isLambda(i)) ? null : compute(values, given),
});

/** Nulls are arguments like others. */
export const withNulls = (compute: (values: readonly Value[], given: Given) => Value): Evaluator => ({
  kind: "row",
  compute,
});

export const ofRows = (compute: (rows: readonly (readonly Value[])[], given: Given) => Value): Evaluator => ({
  kind: "rows",
  compute,
});
