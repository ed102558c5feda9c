import type { Origin } from "../source/origin.js";
import type { PerEnvironment } from "./environment.js";
import type { SecretRef } from "./secret.js";

/** Where events are fetched or sent, by Kafka's protocol. `name`: the connection's, by which a job knows it. */
export type EndpointIr =
  | {
      readonly kind: "event-hubs";
      readonly name: string;
      readonly origin: Origin;
      readonly namespace: PerEnvironment;
      readonly login: EventHubsLoginIr;
    }
  | {
      readonly kind: "kafka";
      readonly name: string;
      readonly origin: Origin;
      readonly servers: PerEnvironment;
      /** Undefined: no login. */
      readonly login: PasswordIr | undefined;
    };

export interface PasswordIr {
  readonly kind: "password";
  readonly user: string;
  readonly password: SecretRef;
}

export type EventHubsLoginIr =
  | { readonly kind: "connection-string"; readonly connectionString: SecretRef }
  | {
      readonly kind: "application";
      readonly clientId: PerEnvironment;
      readonly tenant: PerEnvironment;
      readonly clientSecret: SecretRef;
    }
  | { readonly kind: "service-credential"; readonly credential: PerEnvironment }
  | { readonly kind: "managed" };
