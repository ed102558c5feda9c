import type { Origin } from "../source/origin.js";
import type { EventHubsLogin } from "./login.js";
import type { Text } from "./parts.js";

export type Connection = EventHubsConnection | KafkaConnection | CosmosConnection | StorageConnection;

export interface EventHubsConnection {
  readonly kind: "event-hubs";
  readonly origin: Origin;
  readonly name: string;
  readonly namespace: Text;
  readonly tier: "basic" | "standard" | "premium" | "dedicated";
  readonly login: EventHubsLogin;
}

export interface KafkaConnection {
  readonly kind: "kafka";
  readonly origin: Origin;
  readonly name: string;
  /** `host:port`, with commas between. */
  readonly servers: Text;
  /** Undefined: the cluster asks for no login. */
  readonly login: { readonly user: string; readonly secret: string } | undefined;
}

/** A container of a storage account, reached as the platform's own identity. */
export interface StorageConnection {
  readonly kind: "storage";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  readonly container: Text;
}

export interface CosmosConnection {
  readonly kind: "cosmos";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  /** Name of the secret that holds the account's key. */
  readonly secret: string;
}
