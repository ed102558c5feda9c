import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf } from "../diagnostics/suggest.js";

/** What is wrong with tables of the lake that are seen as views of a database. */
export const warehouseDiagnostics = defineDiagnostics("warehouse", {
  hideBesideColumns: {
    severity: "error",
    message: (p: { view: string }) =>
      `'columns' says all that is seen in '${p.view}', so there is nothing for 'hide' to hide: write one of the two.`,
    explanation:
      "Without `columns` a view shows the table's columns but for those that `hide` names. With `columns` it shows just these; they, and `where`, may use any column of the table.",
  },
  hideBesideGroups: {
    severity: "error",
    message: (p: { view: string }) =>
      `'group_by' and 'aggregates' say all that is seen in '${p.view}', so there is nothing for 'hide' to hide: leave it out.`,
    explanation:
      "A view whose rows are grouped shows the columns under `group_by` and the results under `aggregates`, and nothing else of the rows.",
  },
  joinMultiplies: {
    severity: "error",
    message: (p: { join: string; table: string; key: readonly string[] | undefined }) =>
      p.key === undefined
        ? `A row could match several rows of '${p.table}', which has no known key, and would be seen several times. Join a table with a key.`
        : `A row could match several rows of '${p.table}' and would be seen several times: compare each column of its key (${p.key.join(", ")}) with '='.`,
    explanation:
      "Each row of a view's table stays one row, so that nothing is counted twice: at most one row of the other table may match. That is known where the condition under `on` says what each column of the other table's key is equal to. The key of a table follows from `apply_changes`, from `deduplicate`, if the watermark's column is one of its keys, or from `window` and `group_by`.",
  },
  nothingSeen: {
    severity: "error",
    message: (p: { view: string }) => `'${p.view}' hides all columns of its table: leave one of them, or the view out.`,
    explanation: "A view has at least one column.",
  },
  takenSchema: {
    severity: "error",
    message: (p: { pipeline: string }) =>
      `The views of pipeline '${p.pipeline}' stand in a schema with its name, and that one is the database's own: give the views a pipeline of their own.`,
    explanation:
      "Each database has the schemas `dbo`, `guest`, `sys` and `INFORMATION_SCHEMA`, and one for each of its fixed roles, as `db_owner`. https://learn.microsoft.com/sql/relational-databases/security/authentication-access/ownership-and-user-schema-separation",
  },
  longName: {
    severity: "error",
    message: (p: { columns: readonly string[] }) =>
      `A name in T-SQL has at most 128 characters: hide ${allOf(p.columns)}, or name it anew under 'columns'.`,
    explanation:
      "Columns of the lake may have longer names than a database knows. https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers",
  },
  columnsAlike: {
    severity: "error",
    message: (p: { view: string; column: string; other: string }) =>
      `'${p.view}' would have both '${p.other}' and '${p.column}': name one of them otherwise.`,
    explanation:
      "The database tells names apart by the case of their letters, but what asks it often does not, nor does DuckDB, which computes views on this machine.",
  },
  sameDatabase: {
    severity: "error",
    message: (p: { environment: string; other: string; database: string; workspace: string }) =>
      `'${p.environment}' and '${p.other}' have one database, '${p.database}' of '${p.workspace}', and its views read one lake: that of whichever ran its scripts last. Give each a workspace or a database of its own.`,
    explanation:
      "The views are the same in every environment. What is an environment's own is the external data source by which they find the lake, and a database has one of that name.",
  },
  wrongDatabase: {
    severity: "error",
    message: (p: { database: string; environment: string | undefined; isOwn: boolean }) =>
      `'${p.database}'${p.environment === undefined ? "" : `, by its value in '${p.environment}',`} cannot be the database of views: ${p.isOwn ? "it is the server's own, in which neither credentials nor data sources can be made" : "a name in T-SQL has 1 to 128 characters, and no line break"}.`,
    explanation:
      "A script makes the database beside those that each server has: `master`, `model`, `msdb`, `tempdb`, and `default` of a Synapse workspace. https://learn.microsoft.com/azure/synapse-analytics/sql/resources-self-help-sql-on-demand",
  },
});
