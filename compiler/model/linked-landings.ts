import type { Expression } from "../expression/expression.js";
import type { After } from "./after.js";
import type {
  BlobConnection,
  DatabaseConnection,
  FunctionConnection,
  HttpConnection,
  TransactConnection,
} from "./connection.js";
import type { Control } from "./control.js";
import type { DatabaseSource, Reading } from "./database-source.js";
import type { Duration } from "./duration.js";
import type { FileSetReading, FileSetSource } from "./file-set-source.js";
import type { HttpSource } from "./http-source.js";
import type { LandedTable } from "./landed-table.js";
import type { Column, LinkedExpectation, NamedExpression } from "./linked.js";
import type { LinkedTrigger } from "./linked-triggers.js";
import type { LoadsSource } from "./loads-source.js";
import type { MergedTable } from "./merged-table.js";
import type { Named } from "./parts.js";

/** What a pipeline does each time that it is started. */
export interface LinkedFlow {
  readonly sources: readonly LinkedLandedSource[];
  readonly landings: readonly LinkedLanded[];
  readonly merged: readonly LinkedMerged[];
  /** What starts it, beside those that it comes after. */
  readonly triggers: readonly LinkedTrigger[];
  /** The pipelines that it comes after. */
  readonly after: LinkedAfter | undefined;
}

export type LinkedLandedSource = LinkedDatabaseSource | LinkedFileSet | LinkedHttp | LinkedLoads;

/** Loads of a function, which are taken from where they are. */
export interface LinkedLoads {
  readonly kind: "loads";
  readonly pipeline: string;
  readonly source: LoadsSource;
  /** To the app of a function that the pipeline calls; undefined: it runs by itself. */
  readonly connection: FunctionConnection | undefined;
  /** Those of the primary key are never null. */
  readonly columns: readonly Column[];
  /** None: it is not declared. */
  readonly key: readonly string[];
  readonly reading: { readonly kind: "full" };
}

export interface LinkedHttp {
  readonly kind: "http";
  readonly pipeline: string;
  readonly source: HttpSource;
  readonly connection: HttpConnection;
  /** Those of the primary key are never null. */
  readonly columns: readonly Column[];
  /** None: it is not declared. */
  readonly key: readonly string[];
  readonly reading: { readonly kind: "full" };
}

export interface LinkedFileSet {
  readonly kind: "file-set";
  readonly pipeline: string;
  readonly source: FileSetSource;
  readonly connection: BlobConnection;
  /** Those of the primary key are never null. */
  readonly columns: readonly Column[];
  /** None: it is not declared. */
  readonly key: readonly string[];
  readonly reading: FileSetReading;
}

export interface LinkedDatabaseSource {
  readonly kind: "database";
  readonly pipeline: string;
  readonly source: DatabaseSource;
  readonly connection: DatabaseConnection;
  /** Those of the primary key, and the cursor of the rows that are read, are never null. */
  readonly columns: readonly Column[];
  /** None: it is not declared. */
  readonly key: readonly string[];
  readonly reading: LinkedReading;
}

export type LinkedReading = LinkedIncremental | Extract<Reading, { readonly kind: "full" }>;

export interface LinkedIncremental {
  readonly kind: "incremental";
  readonly cursor: Column;
  /** The mark before the first reading, as its type spells it: `2020-01-01T00:00:00`. */
  readonly start: string;
  readonly lag: Duration | undefined;
}

export interface LinkedLanded {
  readonly kind: "landed";
  readonly pipeline: string;
  readonly table: LandedTable;
  readonly source: LinkedLandedSource;
}

export interface LinkedMerged {
  readonly kind: "merged";
  readonly pipeline: string;
  readonly table: MergedTable;
  readonly input: LinkedLanded;
  /** The columns after clause 3: every one with its expression over the landed columns. */
  readonly columns: readonly NamedExpression[];
  readonly where: Expression | undefined;
  readonly expectations: readonly LinkedExpectation[];
  readonly keys: readonly string[];
  readonly sequenceBy: readonly string[];
  readonly history: LinkedHistory | undefined;
  /** Over the landed columns: a change for which it is true deletes the row of its key. */
  readonly deletes: Expression | undefined;
  /** The columns that tell two of its rows apart. */
  readonly key: readonly string[];
  /** The columns with what the filter and the expectations prove of them; of a table with versions, from and until when each is valid. */
  readonly output: readonly Column[];
}

export interface LinkedHistory {
  /** The columns of which a change makes a version; undefined: each row with another sequence is one. */
  readonly tracked: readonly string[] | undefined;
}

/** A pipeline that runs when others have succeeded. */
export interface LinkedAfter {
  readonly pipeline: string;
  readonly after: After;
  /** Those of them that are there. */
  readonly pipelines: readonly Named[];
}

export interface LinkedControl {
  readonly control: Control;
  readonly connection: TransactConnection;
}
