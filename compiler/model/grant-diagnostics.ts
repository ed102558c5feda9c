import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/suggest.js";

/** What is wrong with who is granted what. */
export const grantDiagnostics = defineDiagnostics("grants", {
  unknownPrincipal: {
    severity: "error",
    message: (p: { principal: string; suggestion: string | undefined }) =>
      `No principal '${p.principal}' is declared under 'principals' in sluice.yaml.${didYouMean(p.suggestion)}`,
    explanation: "Rights are granted to principals by their names: `principals: { analytics: { role: analytics } }`.",
  },
  brokenObject: {
    severity: "error",
    message: (p: { object: string; suggestion: string | undefined }) =>
      `'${p.object}' is no object that rights are granted on: write 'connections.<name>.<schema>.<table>', 'connections.<name>.<hub>', 'connections.<name>.<keys>', 'connections.<name>.<database>.<container>' or 'warehouse.<view>'.${didYouMean(p.suggestion)}`,
    explanation:
      "An object is a table of a connection of the kind `postgres`, `sql-server`, `azure-sql`, `dedicated-sql-pool` or `cassandra`: `connections.shop.public.orders`, or `connections.shop.public.*` for all of the schema (in PostgreSQL all that its owner has there); or a hub of a connection of the kind `event-hubs`: `connections.events.readings`; or keys of a connection of the kind `redis`: `connections.cache.sessions`; or an object of one of the kind `unity-catalog`: `connections.lakehouse.sales.orders`; or a view of a warehouse: `warehouse.users`, `reports/warehouse.users` of the pipeline `reports`.",
  },
  unknownConnection: {
    severity: "error",
    message: (p: { connection: string; suggestion: string | undefined }) =>
      `No connection '${p.connection}' is declared under 'connections' in sluice.yaml.${didYouMean(p.suggestion)}`,
    explanation: "The word after `connections.` is the name of a connection of the project.",
  },
  wrongKind: {
    severity: "error",
    message: (p: { connection: string; kind: string }) =>
      `'${p.connection}' is a connection of the kind '${p.kind}': rights are granted on tables of 'postgres', 'sql-server', 'azure-sql', 'dedicated-sql-pool' and 'cassandra', hubs of 'event-hubs', keys of 'redis', containers of 'cosmos' and objects of 'unity-catalog' only. Grant them there by hand.`,
    explanation:
      "Rights are made for databases of PostgreSQL, of SQL Server and of Azure SQL Database, dedicated SQL pools, clusters of Cassandra, hubs of Event Hubs, keys of Redis, and containers of Azure Cosmos DB.",
  },
  unknownTable: {
    severity: "error",
    message: (p: { connection: string; table: string; suggestion: string | undefined }) =>
      `'${p.table}' does not stand under 'tables' of the connection '${p.connection}'.${didYouMean(p.suggestion)}`,
    explanation:
      "Each table that rights are granted on stands under `tables` of its connection: `dbo.orders: {}`, in Cassandra with its keyspace; in PostgreSQL with the role that owns it, as which rights are granted: `public.orders: { owner: shop_owner }`. `public.*` there stands for itself, so `public.orders` has to be declared beside it to be granted alone.",
  },
  noRole: {
    severity: "error",
    message: (p: { principal: string; connection: string }) =>
      `'${p.principal}' is granted rights in PostgreSQL, by the connection '${p.connection}', and has no role there: write its 'role' under 'principals'.`,
    explanation: "PostgreSQL grants rights to roles: `principals: { analytics: { role: analytics } }`.",
  },
  repeatedPrivilege: {
    severity: "error",
    message: (p: { privilege: string }) => `'${p.privilege}' stands here already: write it once, with all its columns.`,
    explanation: "One list says of each privilege once on which columns it is granted, or that it is on all.",
  },
  notFound: {
    severity: "error",
    message: (p: { principal: string; table: string; privileges: readonly string[] }) =>
      `'${p.principal}' may ${p.privileges.join(" and ")} rows of '${p.table}' and read none of its columns, so it could do that to all rows or to none: grant 'select' too${p.table.endsWith("*") ? "" : `, or write under 'tables' the 'key' that rows are found by, which it may then read`}.`,
    explanation:
      "PostgreSQL and T-SQL let nobody find rows by columns that he may not read: `UPDATE … WHERE id = 1` needs `SELECT` on `id`. With `key: [id]` of the table who may change rows and not read them may read these columns, and no others. https://www.postgresql.org/docs/current/sql-update.html, https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql#permissions",
  },
  columnsOfAll: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' is many tables, which have no columns in common: grant on all columns, or name the table.`,
    explanation:
      "There are no rights on columns of tables that are made later: neither by PostgreSQL's default privileges nor on a schema of T-SQL. https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html",
  },
  keyOfAll: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' is many tables, which have no key in common: take 'key' out, and grant 'select' to who changes rows.`,
    explanation:
      "There are no rights on columns of tables that are made later: neither by PostgreSQL's default privileges nor on a schema of T-SQL. https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html",
  },
  sameRole: {
    severity: "error",
    message: (p: { role: string; other: string }) =>
      `The role '${p.role}' is the principal '${p.other}' already: let there be one.`,
    explanation: "A role has the rights that are granted to its principal, and no others: it cannot be two.",
  },
  ownRole: {
    severity: "error",
    message: (p: { role: string; connection: string; because: string }) =>
      `The role '${p.role}' ${p.because}: its rights there are not granted, and may not be revoked. Let another role be the principal.`,
    explanation:
      "Who owns a table may do anything with it, and may give himself any right. And the user of the connection is who grants: it must not take its own rights away.",
  },
  sameDatabase: {
    severity: "error",
    message: (p: { connection: string; other: string; environment: string | undefined; isOfViews: boolean }) =>
      `'${p.connection}' is the database of '${p.other}'${p.environment === undefined ? "" : ` in ${p.environment}`}: each script would revoke what the other one grants. ${p.isOfViews ? "Let the warehouses of both name one" : "Put the 'tables' of both under one"}.`,
    explanation:
      "The script of a database revokes of the project's principals whatever is not declared for it. So all that is declared for a database stands under one connection.",
  },
  noPrincipals: {
    severity: "error",
    message: (p: { connection: string }) =>
      `Rights are granted on tables of '${p.connection}', and no 'principals' say to whom: declare them, or take 'tables' out.`,
    explanation: "`tables` of a connection are those that principals are granted rights on.",
  },
  noTables: {
    severity: "error",
    message: (_: Record<string, never>) =>
      "There is nothing that principals could be granted rights on: write a 'warehouse', 'tables' of a connection of the kind 'postgres', 'sql-server', 'azure-sql' or 'cassandra', 'hubs' of one of 'event-hubs', 'keys' of one of 'redis', 'containers' of one of 'cosmos', or 'objects' of one of 'unity-catalog', or take 'principals' out.",
    explanation:
      "Principals are granted rights on tables of databases, on hubs, on keys, on containers and on views of a warehouse. One that is declared and granted nothing is no mistake: what it has is revoked.",
  },
  someRows: {
    severity: "error",
    message: (p: { object: string; instead: string }) => `No right is on some rows of '${p.object}': ${p.instead}.`,
    explanation:
      "Engines grant tables, and some columns of them. Where PostgreSQL lets a role see some rows of a table only (row level security), all others see none until somebody says which, also those that the project does not know; so rows are granted by a view that shows them, which everybody else does without. https://www.postgresql.org/docs/current/ddl-rowsecurity.html, https://www.postgresql.org/docs/current/rules-privileges.html",
  },
  rowsCondition: {
    severity: "error",
    message: (p: { what: string }) =>
      `${p.what} does not stand in the condition of a view: it compares columns, texts, whole and decimal numbers, true and false by =, <>, <, <=, >, >=, in, between, is null, is true, and, or, not. Write a view for the rest by hand, and grant on it.`,
    explanation:
      "Of tables that are granted on nothing is known but their names: a condition has what means the same of columns of any type, compared as the database compares them.",
  },
  viewIsTable: {
    severity: "error",
    message: (p: { view: string }) =>
      `'${p.view}' stands under 'tables' too: give the view another name, or take it out there.`,
    explanation: "The script of rights makes the views, and tables have to be there.",
  },
  unknownViewTable: {
    severity: "error",
    message: (p: { connection: string; table: string; suggestion: string | undefined }) =>
      `'${p.table}' is no single table under 'tables' of the connection '${p.connection}'.${didYouMean(p.suggestion)}`,
    explanation: "A view of some rows belongs to its table's owner, who is declared there.",
  },
  viewOfRows: {
    severity: "error",
    message: (p: { view: string; privilege: string; table: string }) =>
      `'${p.view}' is a view of some rows: '${p.privilege}' is granted on its table, '${p.table}'.`,
    explanation:
      "Rows of the view are read, changed and deleted as those of a table; a row that is changed must still be one of the view's. PostgreSQL empties tables only, and new rows may need columns that the view does not show. https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS",
  },
  nameTooLong: {
    severity: "error",
    message: (p: { name: string; bytes: number }) =>
      `'${p.name}' has ${p.bytes} bytes, and PostgreSQL would cut it off after 63.`,
    explanation:
      "Names of roles, schemas, tables and columns have 63 bytes in UTF-8 at the most; PostgreSQL takes a longer one for its first 63, which may be the name of another thing. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS",
  },
});
