import type { Origin } from "../source/origin.js";
import type { GrantedTableIr, PrincipalIr, PrivilegeIr } from "./access.js";
import type { TransactDatabaseIr } from "./database.js";
import type { LoginPrincipalIr } from "./serverless-access.js";

/** Who may do what in one database that is asked in T-SQL. The roles have no other rights there; nobody else's are spoken of. */
export interface TransactAccessIr {
  readonly engine: "sql-server";
  readonly origin: Origin;
  readonly database: TransactDatabaseIr;
  /** All of the project, also those that are granted nothing here. Of one without a user the members are made by people. */
  readonly principals: readonly (PrincipalIr | LoginPrincipalIr)[];
  /** At most one for a principal and a table. */
  readonly grants: readonly TableGrantIr[];
}

export interface TableGrantIr {
  readonly principal: PrincipalIr;
  readonly table: Omit<GrantedTableIr, "owner">;
  readonly privileges: readonly PrivilegeIr[];
  /** What empties the table; undefined: nothing has to. */
  readonly procedure: string | undefined;
  /** The pipelines that grant it, with what they are for. */
  readonly pipelines: readonly { readonly name: string; readonly description: string | undefined }[];
}
