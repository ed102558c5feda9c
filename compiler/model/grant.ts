import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";

/** Who is granted rights: a role of PostgreSQL. */
export interface Principal {
  readonly kind: "principal";
  readonly origin: Origin;
  readonly name: string;
  readonly role: string;
  readonly description: string | undefined;
}

export const privileges = ["select", "insert", "update", "delete", "truncate"] as const;

export type Privilege = (typeof privileges)[number];

/** A table of a database on which principals may be granted rights. */
export interface GrantedTable {
  readonly origin: Origin;
  /** As it is written: `public.orders`, `public.*`. */
  readonly name: string;
  readonly schema: string;
  /** Undefined: all tables that the owner has in the schema, those to come too. */
  readonly table: string | undefined;
  /** The role that owns it. */
  readonly owner: string;
  /** The columns that rows are found by; none: it is not said. */
  readonly key: readonly string[];
}

/** What one pipeline grants to one principal on one object. */
export interface Grant {
  readonly origin: Origin;
  readonly pipeline: string;
  readonly principal: Named;
  /** `connections.shop.public.orders` */
  readonly object: Named;
  readonly privileges: readonly GrantedPrivilege[];
}

export interface GrantedPrivilege {
  readonly origin: Origin;
  readonly privilege: Privilege;
  /** Undefined: all, those that are added later too. */
  readonly columns: readonly Named[] | undefined;
}
