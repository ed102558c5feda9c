import type { Expression } from "../expression/expression.js";
import type { TableIr } from "./table.js";

/** One row for each element of an array. */
export interface ExplodeIr {
  /** The column that holds the element. */
  readonly name: string;
  readonly array: Expression;
  /** A row without elements goes on, with null for one. */
  readonly isOuter: boolean;
}

export interface ColumnIr {
  readonly name: string;
  readonly expression: Expression;
}

export interface ExpectationIr {
  readonly name: string;
  readonly that: Expression;
  readonly otherwise: "quarantine" | "drop" | "warn" | "fail";
}

export interface WatermarkIr {
  readonly column: string;
  /** `10 minutes` */
  readonly delay: string;
  readonly milliseconds: number;
  /** How far beyond its arrival an event's time may lie. */
  readonly ahead: string;
  /** Undefined: nothing in this query depends on it, so rows behind it are left to the tables below. */
  readonly lateRows: "drop" | "divert" | "upsert" | "fail" | undefined;
}

/** Another table: each row is looked up in it as it is when the batch is made, and at most one of its rows matches. */
export interface JoinIr {
  /** By which `on` qualifies the other table's columns. */
  readonly name: string;
  readonly table: TableIr;
  readonly how: "inner" | "left" | "semi";
  /** All of them must hold. */
  readonly on: readonly Expression[];
  /** What is added, and its name in the other table. */
  readonly columns: readonly { readonly name: string; readonly of: string }[];
}

/** Stretches of event time; lengths as they are spelled in an interval (`5 minutes`). */
export type WindowIr =
  | { readonly kind: "tumbling"; readonly column: string; readonly size: string; readonly offset: string | undefined }
  | {
      readonly kind: "hopping";
      readonly column: string;
      readonly size: string;
      readonly hop: string;
      readonly offset: string | undefined;
    }
  | { readonly kind: "session"; readonly column: string; readonly gap: string };

/** Windows to which rows are added whenever they come: what is kept of each, and what its aggregates are of that. */
export interface CorrectedIr {
  readonly parts: readonly PartIr[];
  /** Over the parts as columns, and the group's keys. */
  readonly results: readonly { readonly name: string; readonly expression: Pick<Expression, "node" | "origin"> }[];
}

export interface PartIr {
  readonly name: string;
  /** An aggregate over rows. */
  readonly of: Pick<Expression, "node" | "origin" | "type">;
  /** The aggregate by which parts of one window become one. */
  readonly combine: string;
}

/** A stream's column of event time, and how far behind the latest its rows may be. */
export interface EventTimeIr {
  readonly column: string;
  /** `10 minutes` */
  readonly delay: string;
}
