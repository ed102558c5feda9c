import type { Origin } from "../source/origin.js";
import type { ExpressionText, Named, Text } from "./parts.js";
import type { Allowed } from "./sensitive.js";

/** Who is granted rights, and what each service knows it as. */
export interface Principal {
  readonly kind: "principal";
  readonly origin: Origin;
  readonly name: string;
  /** Its role in databases; undefined: none is said. */
  readonly role: string | undefined;
  /** Who it is in Microsoft Entra; undefined: it is not said. */
  readonly entra: EntraIdentity | undefined;
  /** What is sensitive in what it may read. */
  readonly maySee: Allowed;
  readonly description: string | undefined;
}

export const entraTypes = ["group", "user", "service_principal"] as const;

/** Somebody in a directory of Microsoft Entra. */
export interface EntraIdentity {
  readonly origin: Origin;
  readonly type: (typeof entraTypes)[number];
  readonly name: string;
  /** By environment; undefined: it is not said. */
  readonly objectId: Text | undefined;
  /** The id of a service principal's application, by environment; undefined: it is not said. */
  readonly applicationId: Text | undefined;
}

export const privileges = ["select", "insert", "update", "delete", "truncate"] as const;

export type Privilege = (typeof privileges)[number];

/** A table of a database on which principals may be granted rights. */
export interface ListedTable {
  readonly origin: Origin;
  /** As it is written: `public.orders`, `public.*`. */
  readonly name: string;
  readonly schema: string;
  /** Undefined: all of the schema, those to come too. */
  readonly table: string | undefined;
  /** The columns that rows are found by; none: it is not said. */
  readonly key: readonly string[];
}

/** A table of PostgreSQL; all of a schema are those that the owner has there. */
export interface GrantedTable extends ListedTable {
  /** The role that owns it. */
  readonly owner: string;
}

/** A view of some rows of a table of PostgreSQL, which the script of rights makes. */
export interface RowsView {
  readonly origin: Origin;
  /** As it is written: `public.polish_orders`. */
  readonly name: string;
  readonly schema: string;
  readonly view: string;
  /** The table, as it is written: `public.orders`. */
  readonly of: Named;
  readonly columns: readonly Named[];
  readonly where: ExpressionText;
}

/** What one pipeline grants to one principal on one object. */
export interface Grant {
  readonly origin: Origin;
  readonly pipeline: string;
  readonly principal: Named;
  /** As it is written: `connections.shop.public.orders`. */
  readonly object: Named;
  /** Where it says that files are granted; undefined: it does not. */
  readonly files: Origin | undefined;
  readonly privileges: readonly GrantedPrivilege[];
}

export interface GrantedPrivilege {
  readonly origin: Origin;
  readonly privilege: Privilege;
  /** Undefined: all, those that are added later too. */
  readonly columns: readonly Named[] | undefined;
  /** Undefined: by the right itself. */
  readonly by: "procedure" | undefined;
  /** Where it names some rows; undefined: it is about all. */
  readonly where: Origin | undefined;
}
