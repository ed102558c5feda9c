import type { EventHubsConnection, PostgresConnection } from "./connection.js";
import type { Grant, GrantedTable, Principal } from "./grant.js";
import type { Text } from "./parts.js";

/** What rights are granted on, by the engine that keeps them. */
export type GrantedObject = PostgresObject | HubObject;

/** A table of PostgreSQL, or all of one schema that one role owns. */
export interface PostgresObject {
  readonly engine: "postgres";
  readonly connection: PostgresConnection;
  readonly table: GrantedTable;
}

/** An event hub. */
export interface HubObject {
  readonly engine: "event-hubs";
  readonly connection: EventHubsConnection;
  readonly hub: Text;
}

/** What a pipeline grants, with what it names looked up. */
export interface FoundGrant<O extends GrantedObject = GrantedObject> {
  readonly grant: Grant;
  readonly principal: Principal;
  readonly object: O;
}
