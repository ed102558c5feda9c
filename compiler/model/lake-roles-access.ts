import type { Origin } from "../source/origin.js";
import type { Grant } from "./grant.js";
import type { EntraPrincipal } from "./linked-access.js";
import type { Lake } from "./model.js";

/** Who may do what with all of the lake. */
export interface LakeRolesAccess {
  readonly engine: "lake-roles";
  readonly origin: Origin;
  readonly lake: Lake;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipal[];
  /** At most one for a principal. */
  readonly grants: readonly LakeGrant[];
}

/** What one principal may do with all of the lake. */
export interface LakeGrant {
  readonly principal: EntraPrincipal;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
