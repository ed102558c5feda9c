import type { Origin } from "../source/origin.js";
import type { Syntax } from "./parse/syntax.js";
import type { DataType, Field } from "./type.js";
import type { TypedNode } from "./typed-node.js";

export type { TypedNode } from "./typed-node.js";

/** The columns that an expression may name. */
export interface Scope {
  readonly columns: readonly ScopeColumn[];
  /** Joined tables by their alias, so that `stores.city` means a column of `stores`. */
  readonly relations?: ReadonlyMap<string, readonly ScopeColumn[]>;
  /** `required`: the clause computes one value per group, so columns outside the grouping keys stand inside aggregates. */
  readonly aggregates: "forbidden" | "required";
  /** With `required`: grouping columns, which may stand outside aggregates. */
  readonly groupedBy?: readonly string[];
  /** What the expression is part of, for messages: `columns`, `where`, `expect`. */
  readonly clause: string;
}

export interface ScopeColumn extends Field {
  /** The column's own declaration has an error: expressions that use it are silently poisoned. */
  readonly poisoned?: boolean;
}

/** An expression that was parsed and typed against a scope. */
export interface Expression {
  /** As it was written, before anything was looked up. */
  readonly syntax: Syntax;
  readonly node: TypedNode;
  readonly type: DataType;
  readonly nullable: boolean;
  readonly isAggregate: boolean;
  /** Column lineage: each column (and field path below it) that the value depends on, once, in order of appearance. */
  readonly references: readonly ColumnReference[];
  readonly origin: Origin;
}

export interface ColumnReference {
  readonly relation?: string;
  /** The column and the fields below it: `["reading", "temperature"]`. */
  readonly path: readonly [string, ...string[]];
}
