import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf } from "../diagnostics/suggest.js";

/** What a dedicated SQL pool cannot keep or load: the reason, and the way out. */
export const dedicatedDiagnostics = defineDiagnostics("dedicated", {
  withoutFiles: {
    severity: "error",
    message: (p: { table: string }) =>
      `A dedicated SQL pool reads no Delta tables: write 'as: cetas', so that '${p.table}' is kept as files of Parquet, which it loads.`,
    explanation:
      "COPY INTO reads CSV, Parquet and ORC. Of a Delta table's folder it would load the files of all versions. What `as: cetas` keeps is Parquet, written anew and whole for each run. https://learn.microsoft.com/sql/t-sql/statements/copy-into-transact-sql",
  },
  nullHash: {
    severity: "error",
    message: (p: { table: string; column: string }) =>
      `'${p.table}' is distributed by '${p.column}', which may be null: distribute it by a column that never is, show 'coalesce(${p.column}, …)' by that name, or write 'round_robin'.`,
    explanation:
      "The column by which rows are distributed should be NOT NULL: all rows without a value stand in one distribution, which then does the work of all. https://learn.microsoft.com/sql/t-sql/statements/create-table-azure-sql-data-warehouse#TableDistributionOptions",
  },
  unequalColumn: {
    severity: "error",
    message: (p: { table: string; column: string; because: string }) =>
      `The rows of '${p.table}' are not told apart by '${p.column}': ${p.because} Take another column.`,
    explanation:
      "Rows are distributed and merged by columns whose values are equal in T-SQL just where they are equal in the lake: no doubles and no bytes. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-tables-distribute",
  },
  longIndex: {
    severity: "error",
    message: (p: { table: string; column: string }) =>
      `The rows of '${p.table}' are not kept in the order of '${p.column}', which may be longer than the 900 bytes of an index' key: take columns that are no texts or bytes, or 'clustered_columnstore'.`,
    explanation:
      "The key of a clustered index has at most 900 bytes: an insert of a row with more fails. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-service-capacity-limits",
  },
  twiceInIndex: {
    severity: "error",
    message: (p: { table: string; column: string }) =>
      `'${p.column}' stands twice in the index of '${p.table}': leave one out.`,
    explanation:
      "Each column stands once in the key of an index. https://learn.microsoft.com/sql/t-sql/statements/create-table-azure-sql-data-warehouse",
  },
  mergeWithoutHash: {
    severity: "error",
    message: (p: { table: string }) =>
      `Rows are merged only into a table that is distributed by a hash: write 'distribution: hash(…)' with a column of the key of '${p.table}', or 'write: replace'.`,
    explanation:
      "MERGE with WHEN NOT MATCHED BY TARGET takes a target that is distributed by a hash. https://learn.microsoft.com/sql/t-sql/statements/merge-transact-sql?view=azure-sqldw-latest#remarks",
  },
  mergeWithoutKey: {
    severity: "error",
    message: (p: { table: string }) =>
      `Which row of '${p.table}' is which is not known, so they are not merged: show all columns of its table's key as they are, or write 'write: replace'.`,
    explanation:
      "A row is found by its key, which follows from the table's `apply_changes`, from `deduplicate`, if the watermark's column is one of its keys, or from `group_by`; the table of the pool has its columns only if they are shown.",
  },
  hashOutsideKey: {
    severity: "error",
    message: (p: { table: string; column: string; key: readonly string[] }) =>
      `Rows of '${p.table}' are merged by ${allOf(p.key)}, and '${p.column}' may change: a row would move from one distribution to another. Distribute it by a column of the key, or write 'write: replace'.`,
    explanation:
      "A row stands where the hash of its column says. A column of the key never changes, so that it stays there, and both tables are joined without moving rows. https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-tables-distribute",
  },
  takenName: {
    severity: "error",
    message: (p: { table: string; made: string; other: string }) =>
      `'${p.table}' takes the name '${p.made}' of what the load of '${p.other}' makes beside it: name one of them otherwise.`,
    explanation:
      "Beside a table `x` a load makes `x_loading` and `x_before`, and its procedure is `load_x`: nothing else in the schema has those names.",
  },
  samePool: {
    severity: "error",
    message: (p: { environment: string; other: string; pool: string; workspace: string }) =>
      `'${p.environment}' and '${p.other}' have one pool, '${p.pool}' of the workspace '${p.workspace}', and would load one table from two lakes: give each its own.`,
    explanation: "The tables of a pool have the rows of one environment's lake.",
  },
});
