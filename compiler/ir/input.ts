import type { Expression } from "../expression/expression.js";
import type { ColumnIr, ExplodeIr } from "./clauses.js";
import type { BodyIr, PositionIr, TableIr } from "./table.js";

/** What a query reads. */
export type InputIr = UnionedInput | UnionInput;

/** What a union can unite. */
export type UnionedInput = OneInput | ViewInput;

export type OneInput = RowsInput | EventsInput;

/** A table of the lake as it is. */
export interface RowsInput {
  readonly kind: "table";
  readonly table: TableIr;
}

/** A raw table of the lake, whose events are parsed on the way in. */
export interface EventsInput {
  readonly kind: "events";
  readonly table: TableIr;
  readonly body: BodyIr;
  readonly position: PositionIr;
}

/** What another table would be made of, as steps of this query: its rows are counted under its name. */
export interface ViewInput {
  readonly kind: "view";
  /** `silver.wanted` */
  readonly reference: string;
  readonly input: InputIr;
  readonly explode: ExplodeIr | undefined;
  /** Here or in a view below arrays are taken apart. */
  readonly isOfElements: boolean;
  readonly columns: readonly ColumnIr[];
  /** Rows for which it is not true are counted as filtered. */
  readonly where: Expression | undefined;
  /** Rows for which one of them is not true are counted as dropped. */
  readonly drops: readonly Expression[];
}

/** Inputs of one shape, all of rows or all of events, in the order of their names. */
export interface UnionInput {
  readonly kind: "union";
  readonly inputs: readonly UnionedInput[];
}
