import type { Origin } from "../source/origin.js";
import type { Duration } from "./duration.js";
import type { ExpressionText, Named } from "./parts.js";

/** Another table, and what it adds to each row. */
export interface Join {
  readonly origin: Origin;
  /** By which expressions know the other table. */
  readonly name: string;
  readonly table: Named;
  readonly how: JoinKind;
  readonly on:
    | { readonly kind: "columns"; readonly columns: readonly Named[] }
    | { readonly kind: "condition"; readonly condition: ExpressionText };
  /** Rows of two streams are paired; undefined: rows are looked up in the other table as it is. */
  readonly within: JoinBounds | undefined;
  readonly columns: readonly JoinedName[];
}

export type JoinKind = "inner" | "left" | "semi";

/** How far the event time of the other row may lie from this row's, bounds included. */
export interface JoinBounds {
  readonly origin: Origin;
  readonly before: Duration;
  readonly after: Duration;
}

/** A column of the other table, under the name that it gets here. */
export interface JoinedName {
  readonly name: string;
  readonly of: Named;
}
