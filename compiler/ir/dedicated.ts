import type { Origin } from "../source/origin.js";
import type { PerEnvironment } from "./environment.js";

/** A dedicated SQL pool of a Synapse workspace. */
export interface DedicatedPoolIr {
  /** Its connection's name. */
  readonly name: string;
  readonly origin: Origin;
  readonly workspace: PerEnvironment;
  /** The pool's own name, and its database's. */
  readonly pool: PerEnvironment;
  /** The credential as which publishing has its scripts run; undefined: people run them. */
  readonly deployAs: string | undefined;
}

/** A table of a pool with what a view over files of its own shows: of its name, in a schema of the same. */
export interface DedicatedTableIr {
  readonly pool: DedicatedPoolIr;
  readonly origin: Origin;
  readonly distribution:
    | { readonly kind: "hash"; readonly column: string }
    | { readonly kind: "round-robin" | "replicate" };
  readonly index:
    | { readonly kind: "clustered-columnstore" | "heap" }
    | { readonly kind: "clustered"; readonly columns: readonly string[] };
  /** A new table for each load; or the rows that differ, found by the columns of their key. */
  readonly write: { readonly kind: "replace" } | { readonly kind: "merge"; readonly key: readonly string[] };
}

/** The procedure that loads a table, in its schema; its one parameter is the run whose files it loads. */
export const loadProcedureOf = (table: string): string => `load_${table}`;
