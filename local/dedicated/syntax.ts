import type { Expression, SqlType } from "../warehouse/syntax.js";

/** A table of a pool: its schema, and its name there. */
export interface TableName {
  readonly schema: string;
  readonly name: string;
}

export interface TableColumn {
  readonly name: string;
  readonly type: SqlType;
  readonly isNullable: boolean;
}

/** A table as it is made; `stored`: its distribution and its index, as they are written. */
export interface TableDefinition extends TableName {
  readonly columns: readonly TableColumn[];
  readonly stored: string;
}

/** Whether a table is there. */
export interface Guard {
  readonly table: TableName;
  readonly isThere: boolean;
}

export interface Merge {
  readonly kind: "merge";
  readonly into: TableName;
  readonly from: TableName;
  readonly target: string;
  readonly source: string;
  readonly on: Expression;
  readonly matched:
    | { readonly and: Expression; readonly set: readonly { readonly column: string; readonly value: Expression }[] }
    | undefined;
  readonly insert: { readonly columns: readonly string[]; readonly values: readonly Expression[] };
  readonly deletesOthers: boolean;
}

/** A statement that is done where all of `if` hold. */
export type GuardedStep =
  | { readonly kind: "drop"; readonly if: readonly Guard[]; readonly table: TableName }
  | { readonly kind: "rename"; readonly if: readonly Guard[]; readonly table: TableName; readonly to: string }
  | { readonly kind: "create"; readonly if: readonly Guard[]; readonly table: TableDefinition };

/** A statement of a script or of a procedure. */
export type Step =
  | GuardedStep
  | { readonly kind: "copy"; readonly text: (run: string) => string }
  /** Stops where the table is there and is not so. */
  | { readonly kind: "compare"; readonly table: TableDefinition; readonly error: string }
  | Merge;

export interface LoadProcedure extends TableName {
  readonly steps: readonly Step[];
}

/** What a script makes: schemas, tables, and procedures. */
export interface PoolScript {
  readonly schemas: readonly string[];
  readonly steps: readonly Step[];
  readonly procedures: readonly LoadProcedure[];
}

/** `COPY INTO`, of all files of Parquet in a folder. */
export interface Copy {
  readonly into: TableName;
  /** Each, and the place of the column in the files that it is loaded from, from 1. */
  readonly columns: readonly { readonly name: string; readonly place: number }[];
  readonly folder: string;
}
