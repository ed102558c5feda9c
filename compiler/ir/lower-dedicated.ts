import type { LinkedDedicated } from "../model/linked.js";
import type { DedicatedTableIr } from "./dedicated.js";

export function dedicatedOf({ connection, table, key }: LinkedDedicated): DedicatedTableIr {
  const { name, origin, workspace, pool } = connection;
  const { distribution, index, write } = table;
  return {
    pool: { name, origin, workspace: workspace.values, pool: pool.values },
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
