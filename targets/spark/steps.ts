import type { ExplodeIr } from "../../compiler/ir/clauses.js";
import type { Cell } from "./notebook.js";
import { literal, type Python } from "./python.js";

/** Rows as steps: the cells that make them, and what the next step finds. */
export interface Steps {
  readonly cells: readonly Cell[];
  readonly name: Python;
  /** What each row carries beside its columns: where it stands, where it goes. */
  readonly beside: readonly Beside[];
}

export interface Beside {
  readonly name: string;
  /** The column that it is taken from; undefined: it is there already. */
  readonly of?: string;
}

export const carried = ({ name, of }: Beside): Python => literal(of === undefined ? name : `${of} AS ${name}`);

/** Where a row goes that is not written. */
export const withMark = (beside: readonly Beside[]): readonly Beside[] =>
  isMarked(beside) ? beside : [...beside, { name: "_goes" }];

export const isMarked = (beside: readonly Beside[]): boolean => beside.some(({ name }) => name === "_goes");

/** What is carried on once an array was taken apart, also of a row without elements, which is still to be counted. */
export const withElements = (beside: readonly Beside[], explode: ExplodeIr | undefined): readonly Beside[] =>
  explode ? [{ name: "_element" }, { name: "_elements" }, ...withMark(beside)] : beside;

/** The same once it was selected. */
export const found = (beside: readonly Beside[]): readonly Beside[] => beside.map(({ name }) => ({ name }));
