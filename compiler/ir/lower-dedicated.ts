import type { DedicatedSqlPoolConnection } from "../model/connection.js";
import type { LinkedDedicated } from "../model/linked.js";
import type { DedicatedPoolIr, DedicatedTableIr } from "./dedicated.js";

export const poolOf = ({ name, origin, workspace, pool, deployAs }: DedicatedSqlPoolConnection): DedicatedPoolIr => ({
  name,
  origin,
  workspace: workspace.values,
  pool: pool.values,
  deployAs,
});

export function dedicatedOf({ connection, table, key }: LinkedDedicated): DedicatedTableIr {
  const { distribution, index, write } = table;
  return {
    pool: poolOf(connection),
    origin: table.origin,
    distribution:
      distribution.kind === "hash" ? { kind: "hash", column: distribution.column.name } : { kind: distribution.kind },
    index:
      index.kind === "clustered"
        ? { kind: "clustered", columns: index.columns.map((column) => column.name) }
        : { kind: index.kind },
    write: write === "merge" ? { kind: "merge", key: key ?? [] } : { kind: "replace" },
  };
}
