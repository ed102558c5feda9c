import type { Text } from "./parts.js";
/** Who a database is opened as. */
export type DatabaseLogin =
  | PasswordLogin
  /** The orchestrator's own identity. */
  | { readonly kind: "managed" };

/** A user with a password, which is a secret. */
export interface PasswordLogin {
  readonly kind: "password";
  readonly user: string;
  readonly secret: string;
}

/** Who a connection to Event Hubs is opened as. */
export type EventHubsLogin =
  /** The holder of a connection string, which is a secret. */
  | { readonly kind: "connection-string"; readonly secret: string }
  /** An application of Microsoft Entra ID. */
  | { readonly kind: "application"; readonly clientId: Text; readonly tenant: Text; readonly secret: string }
  /** A service credential of Unity Catalog. */
  | { readonly kind: "service-credential"; readonly credential: Text }
  /** The platform's own identity. */
  | { readonly kind: "managed" };

/** As whom an API is asked. */
export type HttpLogin =
  | { readonly kind: "none" }
  /** `secret`: the name of the one that holds the header's whole value. */
  | { readonly kind: "header"; readonly header: string; readonly secret: string }
  | { readonly kind: "managed"; readonly resource: string };

/** As whom a function is called. */
export type FunctionLogin =
  /** `secret`: the name of the one that holds a key of the function, or of its app. */
  | { readonly kind: "key"; readonly secret: string }
  /** The orchestrator's own identity. */
  | { readonly kind: "managed"; readonly resource: string };
