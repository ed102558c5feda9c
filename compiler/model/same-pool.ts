import type { DedicatedSqlPoolConnection } from "./connection.js";
import { samePlace } from "./same-place.js";

type Pool = Pick<DedicatedSqlPoolConnection, "workspace" | "pool">;

/** Whether two connections lead to one dedicated SQL pool: as they are written, or in an environment, which is told; undefined: in none. */
export const samePool = (one: Pool, other: Pool): { readonly environment: string | undefined } | undefined =>
  samePlace([
    { one: one.workspace, other: other.workspace, fold: true },
    { one: one.pool, other: other.pool, fold: true },
  ]);
