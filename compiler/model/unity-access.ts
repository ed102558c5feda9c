import type { Origin } from "../source/origin.js";
import type { UnityConnection } from "./connection.js";
import type { Grant } from "./grant.js";
import type { UnityPrincipal } from "./unity-principals.js";

export type UnityType = "table" | "view" | "volume";

/** What rights are granted on in a catalog. */
export interface UnityObject {
  readonly origin: Origin;
  /** As it is written: `sales.orders`, `sales.*`. */
  readonly written: string;
  readonly schema: string;
  /** Undefined: all of the schema, what is made later too. */
  readonly name: string | undefined;
  /** Of all of a schema: `table` is tables and views. */
  readonly type: UnityType;
}

/** Who may do what in one catalog. */
export interface UnityAccess {
  readonly engine: "unity-catalog";
  readonly connection: UnityConnection;
  /** All of the project that Unity Catalog knows, also those that are granted nothing here. */
  readonly principals: readonly UnityPrincipal[];
  /** At most one for a principal and an object. */
  readonly grants: readonly UnityGrant[];
}

/** What one principal may do with one object. */
export interface UnityGrant {
  readonly principal: UnityPrincipal;
  readonly object: UnityObject;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
