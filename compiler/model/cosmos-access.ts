import type { Origin } from "../source/origin.js";
import type { CosmosConnection } from "./connection.js";
import type { Grant } from "./grant.js";
import type { EntraPrincipal } from "./linked-access.js";
import type { Text } from "./parts.js";

/** Containers of an account of Azure Cosmos DB that rights are granted on together. */
export interface CosmosScope {
  readonly origin: Origin;
  /** As it is written: `shop.orders`, `shop.*`, `*.*`. */
  readonly name: string;
  /** Undefined: all of the account, those to come too. */
  readonly database: Text | undefined;
  /** Undefined: all of the database, those to come too. */
  readonly container: Text | undefined;
}

/** Who may do what with containers of one account of Azure Cosmos DB. */
export interface CosmosAccess {
  readonly engine: "cosmos";
  readonly connection: CosmosConnection;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipal[];
  /** At most one for a principal and a scope. */
  readonly grants: readonly ContainerGrant[];
}

/** What one principal may do with the containers of one scope. */
export interface ContainerGrant {
  readonly principal: EntraPrincipal;
  readonly scope: CosmosScope;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
