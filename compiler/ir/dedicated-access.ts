import type { Origin } from "../source/origin.js";
import type { PrincipalIr } from "./access.js";
import type { DedicatedPoolIr } from "./dedicated.js";
import type { LoginPrincipalIr } from "./serverless-access.js";
import type { TableGrantIr } from "./transact-access.js";

/** Who may do what in one dedicated SQL pool. The roles have no other rights there; nobody else's are spoken of. */
export interface DedicatedAccessIr {
  readonly engine: "dedicated-pool";
  readonly origin: Origin;
  readonly pool: DedicatedPoolIr;
  /** All of the project, also those that are granted nothing here. Of one without a user the members are made by people. */
  readonly principals: readonly (PrincipalIr | LoginPrincipalIr)[];
  /** At most one for a principal and a table. */
  readonly grants: readonly TableGrantIr[];
}
