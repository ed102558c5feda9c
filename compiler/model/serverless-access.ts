import type { ServerlessSqlConnection } from "./connection.js";
import type { Grant } from "./grant.js";
import type { ViewObject } from "./granted-object.js";
import type { LoginPrincipal } from "./transact-principals.js";

/** Who may read what one database of a serverless SQL pool shows. */
export interface ServerlessAccess {
  readonly engine: "serverless-sql";
  readonly connection: ServerlessSqlConnection;
  /** All of the project that are somebody in Microsoft Entra, also those that are granted nothing here. */
  readonly principals: readonly LoginPrincipal[];
  /** Those of them by whose roles views of the database tell who asks: by `unmask`, or `rows`. */
  readonly toldApart: readonly LoginPrincipal[];
  /** At most one for a principal and a view. */
  readonly grants: readonly ViewGrant[];
}

/** One principal may read one view. */
export interface ViewGrant {
  readonly principal: LoginPrincipal;
  readonly object: ViewObject;
  /** Undefined: all that it shows. */
  readonly columns: readonly string[] | undefined;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
