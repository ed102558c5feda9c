import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

/** What is wrong with who is granted what in databases that are asked in T-SQL. */
export const transactGrantDiagnostics = defineDiagnostics("grants", {
  unknownView: {
    severity: "error",
    message: (p: { object: string; suggestion: string | undefined }) =>
      `'${p.object}' is no view of a warehouse of the project.${didYouMean(p.suggestion)}`,
    explanation:
      "`warehouse.users` is what the pipeline's own `warehouse` shows by that name, `reports/warehouse.users` what that of the pipeline `reports` does.",
  },
  serverOfPool: {
    severity: "error",
    message: (p: { connection: string }) =>
      `'${p.connection}' leads to a pool of a Synapse workspace, where rights are not granted as in a SQL Server: list its tables at a connection of kind 'dedicated-sql-pool'; what a serverless pool shows is granted as 'warehouse.…'.`,
    explanation:
      "Pools take fewer words than a SQL Server, and what pipelines load into them is held against what principals may see. Rows may be read from there by such a connection; only its `tables` stand elsewhere.",
  },
  noEntra: {
    severity: "error",
    message: (p: { principal: string; connection: string }) =>
      `'${p.principal}' is granted rights in a serverless SQL pool, by the connection '${p.connection}', and is nobody in Microsoft Entra: write its 'entra' under 'principals'.`,
    explanation:
      "A serverless SQL pool knows people and programs by their logins, which are of Microsoft Entra: `principals: { analysts: { entra: { group: grp-analysts } } }`.",
  },
  viewIsRead: {
    severity: "error",
    message: (p: { object: string; privilege: string; table: string }) =>
      `'${p.object}' is a view of a serverless SQL pool, which has no ${p.privilege.toUpperCase()}: grant 'select' there. Rows of '${p.table}' are changed by the pipeline that writes it.`,
    explanation:
      "A serverless SQL pool reads the lake's files and changes none. https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#query-language",
  },
  externalTableColumns: {
    severity: "error",
    message: (p: { object: string }) =>
      `'${p.object}' is an external table, and rights are granted on all columns of one: leave out its 'as: external-table', or grant columns of a view of the same table.`,
    explanation:
      "A serverless SQL pool has rights on columns of views, and none on those of external tables. https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#security",
  },
  unknownViewColumn: {
    severity: "error",
    message: (p: { object: string; column: string; isHidden: boolean; suggestion: string | undefined }) =>
      `'${p.object}' has no column '${p.column}'${p.isHidden ? ": its table has it, and the view does not show it" : ""}.${didYouMean(p.suggestion)}`,
    explanation: "Rights are granted on the columns that a view shows.",
  },
  takenRole: {
    severity: "error",
    message: (p: { role: string }) =>
      `'${p.role}' is there in each database that is asked in T-SQL: write another name as the principal's 'role'.`,
    explanation:
      "A principal's role in such a database is its `role`, or without one its name. Fixed roles and users have rights that cannot be revoked. https://learn.microsoft.com/sql/relational-databases/security/authentication-access/database-level-roles",
  },
  roleIsUser: {
    severity: "error",
    message: (p: { role: string; principal: string; identity: string }) =>
      `The role '${p.role}' of '${p.principal}' and the user '${p.identity}' of Microsoft Entra would have one name in a database, where each has its own: write another name as its 'role'.`,
    explanation:
      "Who a principal is in Microsoft Entra becomes a user of the database by that name, and is made a member of the principal's role: its `role`, or without one its name. Users and roles of a database share their names, whatever the case of their letters. https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-database-principals-transact-sql",
  },
  sameUser: {
    severity: "error",
    message: (p: { principal: string; identity: string; other: string }) =>
      `'${p.principal}' is '${p.identity}' of Microsoft Entra, as '${p.other}' is already: let there be one principal.`,
    explanation:
      "Who a principal is in Microsoft Entra becomes a user of the database, a member of the principal's role. As a member of two roles it would have the rights of both, and see what views show to either.",
  },
  longRole: {
    severity: "error",
    message: (p: { role: string; characters: number }) =>
      `'${p.role}' has ${p.characters} characters, and a name in T-SQL has 128 at the most: write a shorter 'role'.`,
    explanation:
      "A principal's role in a database that is asked in T-SQL is its `role`, or without one its name. https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers",
  },
  noTruncate: {
    severity: "error",
    message: (p: { table: string; isAll: boolean }) =>
      p.isAll
        ? `'${p.table}' is many tables, and T-SQL has no right to TRUNCATE one: name those that may be emptied, by '{ truncate: { by: procedure } }'.`
        : `T-SQL has no right to TRUNCATE '${p.table}': write '{ truncate: { by: procedure } }', and a procedure is made that empties it, or grant 'delete'.`,
    explanation:
      "TRUNCATE takes the right to alter the table, and with it whatever may be done with it. A procedure that runs as its owner, and the right to execute it, give just this. https://learn.microsoft.com/sql/t-sql/statements/truncate-table-transact-sql#permissions",
  },
  truncateByProcedure: {
    severity: "error",
    message: (p: { object: string }) =>
      `'${p.object}' is not asked in T-SQL, for which alone a table is emptied by a procedure: write 'truncate', if it has that.`,
    explanation: "Procedures are made in databases of the kinds `sql-server` and `azure-sql`.",
  },
  insertColumns: {
    severity: "error",
    message: (p: { table: string }) =>
      `T-SQL has no right to INSERT some columns of '${p.table}': grant 'insert' on all, or on a view that has these columns.`,
    explanation:
      "Only SELECT, UPDATE and REFERENCES are granted on columns. Rows are inserted into a view too, where it has all columns without defaults. https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql",
  },
  longName: {
    severity: "error",
    message: (p: { name: string; characters: number }) =>
      `'${p.name}' has ${p.characters} characters, and a name in T-SQL has 128 at the most.`,
    explanation:
      "Names of schemas, tables, columns and procedures. The procedure that empties a table is called `truncate_` and the table's name. https://learn.microsoft.com/sql/relational-databases/databases/database-identifiers",
  },
});
