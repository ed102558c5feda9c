import type { Origin } from "../source/origin.js";
import type { PrincipalIr } from "./access.js";
import type { PerEnvironment } from "./environment.js";

/** Who may read what one database of a serverless SQL pool shows. The roles have no other rights there; nobody else's are spoken of. */
export interface ServerlessAccessIr {
  readonly engine: "serverless-sql";
  readonly origin: Origin;
  /** Its connection's name. */
  readonly name: string;
  /** All of the project, also those that are granted nothing here. */
  readonly principals: readonly LoginPrincipalIr[];
  /** Those whose roles views of the database ask for: what somebody sees there depends on whether he is a member. */
  readonly toldApart: readonly LoginPrincipalIr[];
  /** At most one for a principal and a view. */
  readonly grants: readonly ViewGrantIr[];
}

/** One whose role has a user of Microsoft Entra as its member. */
export interface LoginPrincipalIr extends PrincipalIr {
  readonly user: EntraUserIr;
}

export interface EntraUserIr {
  readonly type: "group" | "user" | "service_principal";
  readonly name: string;
  /** Undefined: it is not said. */
  readonly objectId: PerEnvironment | undefined;
}

export interface ViewGrantIr {
  readonly principal: LoginPrincipalIr;
  readonly view: GrantedViewIr;
  /** Undefined: all that the view shows. */
  readonly columns: readonly string[] | undefined;
  /** The columns of which the view shows the principal a mask. */
  readonly masked: readonly string[];
  /** Which rows of the view it sees. */
  readonly rows: "all" | "some" | "none";
  /** The pipelines that grant it, with what they are for. */
  readonly pipelines: readonly { readonly name: string; readonly description: string | undefined }[];
}

export interface GrantedViewIr {
  readonly schema: string;
  readonly name: string;
  /** What it shows. */
  readonly columns: readonly string[];
  /** The columns of its table that nothing which it shows is made of. */
  readonly hidden: readonly string[];
}
