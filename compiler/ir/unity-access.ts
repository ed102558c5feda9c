import type { EntraIdentity } from "../model/grant.js";
import type { UnityType } from "../model/unity-access.js";
import type { Origin } from "../source/origin.js";
import type { WrittenPrivilegeIr } from "./entra-access.js";
import type { PerEnvironment } from "./environment.js";

/** Who may do what in one catalog of Unity Catalog. */
export interface UnityAccessIr {
  readonly engine: "unity-catalog";
  readonly origin: Origin;
  /** The connection's name. */
  readonly name: string;
  /** The host name of the workspace in which the script is run. */
  readonly workspace: PerEnvironment;
  readonly catalog: PerEnvironment;
  /** All of the project that Unity Catalog knows, also those that are granted nothing here. */
  readonly principals: readonly UnityPrincipalIr[];
  /** All on which rights may be granted, also those on which none is. */
  readonly objects: readonly UnityObjectIr[];
  /** At most one for a principal and an object. */
  readonly grants: readonly UnityGrantIr[];
}

export interface UnityPrincipalIr {
  readonly name: string;
  readonly type: EntraIdentity["type"];
  readonly displayName: string;
  /** What a service principal is known by; undefined: it is known by its name. */
  readonly applicationId: PerEnvironment | undefined;
  readonly description: string | undefined;
}

export interface UnityObjectIr {
  /** As it is written: `sales.orders`, `sales.*`. */
  readonly written: string;
  readonly schema: string;
  /** Undefined: all of the schema, what is made later too. */
  readonly name: string | undefined;
  readonly type: UnityType;
}

export interface UnityGrantIr {
  readonly principal: UnityPrincipalIr;
  readonly object: UnityObjectIr;
  /** What was written: there may be several of one privilege. */
  readonly privileges: readonly WrittenPrivilegeIr[];
  /** The names of the pipelines that grant it. */
  readonly pipelines: readonly string[];
}

export type { UnityType } from "../model/unity-access.js";
