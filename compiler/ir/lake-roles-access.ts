import type { Origin } from "../source/origin.js";
import type { EntraPrincipalIr, WrittenPrivilegeIr } from "./entra-access.js";
import type { DeployToIr, PerEnvironment } from "./environment.js";

/** Who may do what with all of the lake. */
export interface LakeRolesAccessIr {
  readonly engine: "lake-roles";
  readonly origin: Origin;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
  /** Where publishing deploys its roles; undefined: a person does. */
  readonly deployTo: DeployToIr | undefined;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipalIr[];
  /** At most one for a principal. */
  readonly grants: readonly LakeGrantIr[];
}

export interface LakeGrantIr {
  readonly principal: EntraPrincipalIr;
  /** What was written: there may be several of one privilege. */
  readonly privileges: readonly WrittenPrivilegeIr[];
  /** The names of the pipelines that grant it. */
  readonly pipelines: readonly string[];
}
