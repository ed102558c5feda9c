import { type Transact, transact } from "../../compiler/expression/print/transact.js";
import type { Privilege } from "../../compiler/ir/access.js";

/** What it takes in PostgreSQL that a principal may do something with a table. */
export interface PostgresNeeded {
  /** The right on the table, in the engine's word. */
  readonly right: string;
  /** It can be granted on some of the columns. */
  readonly hasColumns: boolean;
  /** It takes numbers from the sequences that fill columns of new rows. */
  readonly usesSequences: boolean;
  /** The vendor's own word. */
  readonly link: string;
}

/** What it takes in a database that is asked in T-SQL. */
export interface TransactNeeded {
  /** The permission, in the vendor's word; undefined: there is none that would let somebody do that, which is refused. */
  readonly right: Transact | undefined;
  /** It can be granted on some of the columns. */
  readonly hasColumns: boolean;
  /** The vendor's own word. */
  readonly link: string;
}

/** A role of Azure that lets its holder do something with a hub, or with all of the lake. */
export interface BuiltInRole {
  /** Its name, as the portal shows it. */
  readonly name: string;
  /** The id of its definition, the same in all directories. */
  readonly id: string;
  /** The vendor's own word. */
  readonly link: string;
}

/** What it takes in an account of Azure Cosmos DB that a principal may do something with items of a container. */
export interface ItemActions {
  /** The data actions, in the vendor's words. */
  readonly actions: readonly string[];
  /** The vendor's own word. */
  readonly link: string;
}

/** What it takes in Unity Catalog that a principal may do something, by what it is. */
export interface UnityNeeded {
  /** Of tables and views, in the vendor's word. */
  readonly table: "SELECT" | "MODIFY";
  readonly volume: "READ VOLUME" | "WRITE VOLUME";
  /** The vendor's own word. */
  readonly link: string;
}

/** What it takes in access lists that a principal may do something with the files of a table. */
export interface FileRights {
  /** On the table's folder and all in it; and in its default list, which new children get. */
  readonly rights: "r-x" | "rwx";
  /** The vendor's own word. */
  readonly link: string;
}

/** What it takes in Cassandra that a principal may do something with a table. */
export interface CassandraNeeded {
  /** The permission, in the engine's word. */
  readonly right: "SELECT" | "MODIFY";
  /** All that it lets somebody do: that is granted together. */
  readonly lets: readonly Privilege[];
  /** The vendor's own word. */
  readonly link: string;
}

/** Why nobody can be let do something, and what can be done instead. */
export interface Refused {
  readonly because: string;
  readonly instead: string;
  /** The vendor's own word. */
  readonly link: string;
}

/** What one privilege takes in each engine that rights are granted in. */
interface NeededIn {
  readonly postgres: PostgresNeeded;
  readonly "serverless-sql": TransactNeeded;
  readonly "sql-server": TransactNeeded;
  readonly "dedicated-pool": TransactNeeded;
  readonly "event-hubs": BuiltInRole | Refused;
  readonly cosmos: ItemActions | Refused;
  readonly "unity-catalog": UnityNeeded | Refused;
  readonly lake: FileRights | Refused;
  readonly cassandra: CassandraNeeded;
  readonly "lake-roles": BuiltInRole | Refused;
}

/** A serverless SQL pool changes no rows: `INSERT`, `UPDATE` and `DELETE` are none of its statements. */
const poolOnlyReads = {
  right: undefined,
  hasColumns: false,
  link: "https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#query-language",
} as const;

/** On all of a table of a dedicated SQL pool; on columns of it only SELECT and UPDATE. */
const inPool = "https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/column-level-security#syntax";

/** Of the permissions on an object only these, and REFERENCES, are granted on columns of it. */
const onObjects = "https://learn.microsoft.com/sql/t-sql/statements/grant-object-permissions-transact-sql";

/** The definitions of built-in roles have the same ids everywhere. */
const hubRoles = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/analytics";

const storageRoles = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage";

/** Reads, makes, changes and removes all blobs, and may remove the container too: no role of Azure's own lets do one of them alone. */
const lakeWriter = {
  name: "Storage Blob Data Contributor",
  id: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  link: `${storageRoles}#storage-blob-data-contributor`,
} as const;

const hubRetention = "https://learn.microsoft.com/azure/event-hubs/event-hubs-features#event-retention";

/** All data actions. None can be denied: what no role allows nobody may do. */
const itemActions = "https://learn.microsoft.com/azure/cosmos-db/reference-data-plane-security";

const containers = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";

/** The partition key of a container and where its partitions are, no items: clients ask for it before anything else. */
const readMetadata = "Microsoft.DocumentDB/databaseAccounts/readMetadata";

const fileScenarios =
  "https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control#common-scenarios-related-to-acl-permissions";

/**
 * A table is a folder of files, those of its log among them. Whoever writes a table of Delta adds files to its log, which says what else is
 * added and removed; and what lets make a file lets remove one, so that no list can let do one of them alone.
 * https://github.com/delta-io/delta/blob/master/PROTOCOL.md#delta-log-entries
 */
const filesWritten = { rights: "rwx", link: fileScenarios } as const;

/** Cassandra has one permission for whatever changes rows: to write a row that is there, to write one that is not, to delete one, and all. */
const modified = {
  right: "MODIFY",
  lets: ["insert", "update", "delete", "truncate"],
  link: "https://cassandra.apache.org/doc/latest/cassandra/developing/cql/security.html#permissions",
} as const;

const unityPrivileges =
  "https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference";

/**
 * MODIFY is one right to add, change and delete rows, for who has SELECT too; so is WRITE VOLUME for files, with READ VOLUME. MODIFY
 * lets change the table's columns and properties as well.
 * https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-syntax-ddl-alter-table#required-permissions
 * https://learn.microsoft.com/azure/databricks/volumes/privileges
 */
const unityWritten = { table: "MODIFY", volume: "WRITE VOLUME", link: `${unityPrivileges}#modify` } as const;

/**
 * What a principal may do, engine by engine: the least that works. What it takes beside that:
 *
 * - PostgreSQL: `CONNECT` on the database and `USAGE` on the schema. https://www.postgresql.org/docs/current/ddl-priv.html
 * - a serverless SQL pool: `REFERENCES` on the credential that the view reads the lake by.
 *   https://learn.microsoft.com/azure/synapse-analytics/sql/develop-storage-files-overview#permissions
 * - a dedicated SQL pool: nothing, as in SQL Server.
 * - Event Hubs: nothing; the role is assigned at the hub's scope.
 *   https://learn.microsoft.com/azure/event-hubs/authorize-access-azure-active-directory
 * - Cassandra: nothing; a change under a condition (`IF`) asks for SELECT too.
 * - Azure Cosmos DB: nothing; the role is assigned at the scope of the container, the database or the account, and has `readMetadata`.
 * - all of the lake: nothing; the role is assigned at the container's scope.
 * - Unity Catalog: `USE CATALOG` on the catalog and `USE SCHEMA` on the schema.
 *   https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference#use-catalog
 * - the lake: `--x` on each folder on the way, from the container's root.
 *
 * Redis is not here: a command of it takes several privileges together (`redis-privileges.ts`).
 */
export const needed = {
  select: {
    postgres: {
      right: "SELECT",
      hasColumns: true,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/ddl-priv.html#DDL-PRIV-SELECT",
    },
    "serverless-sql": {
      right: transact`SELECT`,
      // Of views; external tables have none.
      hasColumns: true,
      link: "https://learn.microsoft.com/azure/synapse-analytics/sql/overview-features#security",
    },
    "sql-server": { right: transact`SELECT`, hasColumns: true, link: onObjects },
    "dedicated-pool": { right: transact`SELECT`, hasColumns: true, link: inPool },
    "event-hubs": {
      name: "Azure Event Hubs Data Receiver",
      id: "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
      link: `${hubRoles}#azure-event-hubs-data-receiver`,
    },
    cosmos: {
      actions: [
        readMetadata,
        `${containers}/items/read`,
        // Clients read what a query finds by both.
        `${containers}/executeQuery`,
        `${containers}/readChangeFeed`,
      ],
      link: itemActions,
    },
    "unity-catalog": { table: "SELECT", volume: "READ VOLUME", link: `${unityPrivileges}#select` },
    // Who reads a table lists its folder and reads all of its files.
    lake: { rights: "r-x", link: fileScenarios },
    cassandra: {
      right: "SELECT",
      lets: ["select"],
      link: "https://cassandra.apache.org/doc/latest/cassandra/developing/cql/security.html#permissions",
    },
    "lake-roles": {
      name: "Storage Blob Data Reader",
      id: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
      link: `${storageRoles}#storage-blob-data-reader`,
    },
  },
  insert: {
    postgres: {
      right: "INSERT",
      hasColumns: true,
      // nextval() asks for USAGE or UPDATE on the sequence; an identity column asks for nothing.
      usesSequences: true,
      link: "https://www.postgresql.org/docs/current/functions-sequence.html",
    },
    "serverless-sql": poolOnlyReads,
    "sql-server": { right: transact`INSERT`, hasColumns: false, link: onObjects },
    "dedicated-pool": { right: transact`INSERT`, hasColumns: false, link: onObjects },
    "event-hubs": {
      name: "Azure Event Hubs Data Sender",
      id: "2b629674-e913-4c01-ae53-ef4638d8f975",
      link: `${hubRoles}#azure-event-hubs-data-sender`,
    },
    cosmos: { actions: [readMetadata, `${containers}/items/create`], link: itemActions },
    "unity-catalog": unityWritten,
    lake: filesWritten,
    cassandra: modified,
    "lake-roles": lakeWriter,
  },
  update: {
    postgres: {
      right: "UPDATE",
      hasColumns: true,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/sql-update.html",
    },
    "serverless-sql": poolOnlyReads,
    // With SELECT on what WHERE and SET read.
    "sql-server": {
      right: transact`UPDATE`,
      hasColumns: true,
      link: "https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql#permissions",
    },
    // With SELECT likewise.
    "dedicated-pool": { right: transact`UPDATE`, hasColumns: true, link: inPool },
    "event-hubs": {
      because: "events of a hub are never changed",
      instead: "grant 'insert', and let an event say what is changed by it",
      link: hubRetention,
    },
    cosmos: { actions: [readMetadata, `${containers}/items/replace`], link: itemActions },
    "unity-catalog": unityWritten,
    lake: filesWritten,
    cassandra: modified,
    "lake-roles": lakeWriter,
  },
  delete: {
    postgres: {
      right: "DELETE",
      hasColumns: false,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/sql-delete.html",
    },
    "serverless-sql": poolOnlyReads,
    // With SELECT on what WHERE reads.
    "sql-server": {
      right: transact`DELETE`,
      hasColumns: false,
      link: "https://learn.microsoft.com/sql/t-sql/statements/delete-transact-sql#permissions",
    },
    // With SELECT likewise.
    "dedicated-pool": {
      right: transact`DELETE`,
      hasColumns: false,
      link: "https://learn.microsoft.com/sql/t-sql/statements/delete-transact-sql#permissions",
    },
    "event-hubs": {
      because: "events of a hub are not deleted one by one: they go when their retention is over",
      instead: "grant 'insert', and let an event say what is deleted by it, or shorten the hub's retention",
      link: hubRetention,
    },
    cosmos: { actions: [readMetadata, `${containers}/items/delete`], link: itemActions },
    "unity-catalog": unityWritten,
    lake: filesWritten,
    cassandra: modified,
    "lake-roles": lakeWriter,
  },
  truncate: {
    postgres: {
      right: "TRUNCATE",
      hasColumns: false,
      usesSequences: false,
      link: "https://www.postgresql.org/docs/current/sql-truncate.html",
    },
    "serverless-sql": poolOnlyReads,
    // On a procedure that does it as its owner: TRUNCATE asks for ALTER on the table, which lets one do anything with it.
    "sql-server": {
      right: transact`EXECUTE`,
      hasColumns: false,
      link: "https://learn.microsoft.com/sql/t-sql/statements/truncate-table-transact-sql#permissions",
    },
    // TRUNCATE asks for ALTER, and a procedure of a pool runs as who calls it.
    "dedicated-pool": {
      right: undefined,
      hasColumns: false,
      link: "https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-stored-procedures#limitations",
    },
    "event-hubs": {
      because: "a hub is not emptied: its events go when their retention is over",
      instead: "shorten the hub's retention",
      link: hubRetention,
    },
    cosmos: {
      because: "items are deleted one by one, and a container is made anew by who manages the account",
      instead: "grant 'delete', with 'select' to find all of them",
      link: itemActions,
    },
    "unity-catalog": {
      because: "it is emptied by who may delete its rows, or its files",
      instead: "grant all of select, insert, update and delete",
      link: `${unityPrivileges}#modify`,
    },
    lake: {
      because: "a table of Delta is emptied by an entry in its log, as rows are deleted",
      instead: "grant all of select, insert, update and delete",
      link: "https://docs.delta.io/latest/delta-update.html",
    },
    cassandra: modified,
    "lake-roles": {
      because: "a table of Delta is emptied by an entry in its log, as rows are deleted",
      instead: "grant all of select, insert, update and delete",
      link: "https://docs.delta.io/latest/delta-update.html",
    },
  },
} as const satisfies Readonly<Record<Privilege, NeededIn>>;

export const transactNeeds = (engine: "sql-server" | "dedicated-pool", privilege: Privilege): TransactNeeded =>
  needed[privilege][engine];

export const hubNeeds = (privilege: Privilege): BuiltInRole | Refused => needed[privilege]["event-hubs"];

export const lakeNeeds = (privilege: Privilege): BuiltInRole | Refused => needed[privilege]["lake-roles"];

export const cassandraNeeds = (privilege: Privilege): CassandraNeeded => needed[privilege].cassandra;

export const fileNeeds = (privilege: Privilege): FileRights | Refused => needed[privilege].lake;

export const itemNeeds = (privilege: Privilege): ItemActions | Refused => needed[privilege].cosmos;

/** Writes an item that may or may not be there: for who has `insert` and `update`, each of which has the other metadata. */
export const upsertNeeds: ItemActions = { actions: [`${containers}/items/upsert`], link: itemActions };

export const isAction = (one: ItemActions | Refused): one is ItemActions => "actions" in one;

export const unityNeeds = (privilege: Privilege): UnityNeeded | Refused => needed[privilege]["unity-catalog"];

export const isRole = (one: BuiltInRole | Refused): one is BuiltInRole => "id" in one;

export const isUnityRight = (one: UnityNeeded | Refused): one is UnityNeeded => "table" in one;

export const isFileRights = (one: FileRights | Refused): one is FileRights => "rights" in one;

/** What only goes together on files of a table, and in Unity Catalog. */
export const whole: readonly Privilege[] = ["select", "insert", "update", "delete"];
