import type { Origin } from "../source/origin.js";

/** A name that refers to something, and where it stands. */
export interface Named {
  readonly name: string;
  readonly origin: Origin;
}

/** An expression as it was written, with the name of what it makes (a column, or the clause it stands in). */
export interface ExpressionText {
  readonly name: string;
  readonly text: string;
  readonly origin: Origin;
}

/** A value by environment's name. */
export interface Varied<T> {
  /** As it was written: the same in all environments. */
  readonly written: string | number;
  readonly values: ReadonlyMap<string, T>;
}

/** A text with its placeholders filled in, per environment; a machine that stands in for Azure may have none. */
export interface Text extends Varied<string> {
  readonly origin: Origin;
  readonly written: string;
}

/** How often a query that is kept running makes a batch: as it is spelled in an interval; by environment where a variable says it. */
export type Trigger = string | ReadonlyMap<string, string>;

/** A list with something in it. */
export type NonEmpty<T> = readonly [T, ...T[]];
