import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";

/** A table of a dedicated SQL pool, and how it is kept. */
export interface DedicatedTable {
  readonly origin: Origin;
  readonly connection: Named;
  readonly distribution: Distribution;
  readonly index: TableIndex;
  readonly write: "replace" | "merge";
}

/** Where a table's rows stand. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-tables-distribute */
export type Distribution =
  | { readonly kind: "hash"; readonly column: Named }
  | { readonly kind: "round-robin" | "replicate" };

/** How a table's rows are kept. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-tables-index */
export type TableIndex =
  | { readonly kind: "clustered-columnstore" | "heap" }
  | { readonly kind: "clustered"; readonly columns: readonly Named[] };
