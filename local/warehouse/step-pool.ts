import type { StepType, StepValue } from "./step-values.js";
import type { Select } from "./syntax.js";

/** An external table, as the catalogue has it. */
export interface CatalogueTable {
  readonly schema: string;
  readonly name: string;
  readonly location: string;
  /** When it was made, in ISO 8601. */
  readonly created: string;
}

/** What a procedure sees of its database, and of the moment. */
export interface Surroundings {
  readonly tables: () => readonly CatalogueTable[];
  /** Of the lake; a date as a text, numbers too. */
  readonly rows: (select: Select) => Promise<readonly Readonly<Record<string, StepValue>>[]>;
  readonly definition: (view: string) => StepValue;
  readonly now: () => Date;
  readonly types: ReadonlyMap<string, StepType>;
  readonly values: ReadonlyMap<string, StepValue>;
}

/** A row that an expression is about: by the names of its columns. */
export type StepRow = Readonly<Record<string, StepValue>>;

export type Evaluated = (around: Surroundings, row: StepRow) => Promise<StepValue>;

/** Null: it is neither true nor false. */
export type Condition = (around: Surroundings, row: StepRow) => Promise<boolean | null>;
