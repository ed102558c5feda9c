import type { Origin } from "../source/origin.js";
import type { DedicatedTableSpec } from "../spec/spec.generated.js";
import type { DedicatedTable, Distribution, TableIndex } from "./dedicated.js";
import { named } from "./normalize-parts.js";

export const dedicatedTable = (spec: DedicatedTableSpec, origin: Origin): DedicatedTable => ({
  origin,
  connection: named(spec.connection, origin.child("connection")),
  distribution: distributionOf(spec.distribution, origin.child("distribution")),
  index: indexOf(spec.index ?? "clustered_columnstore", origin.child("index")),
  write: spec.write ?? "replace",
});

function distributionOf(written: string, origin: Origin): Distribution {
  const column = inBrackets(written);
  if (column !== undefined) return { kind: "hash", column: named(column.trim(), origin) };
  return { kind: written === "replicate" ? "replicate" : "round-robin" };
}

function indexOf(written: string, origin: Origin): TableIndex {
  const columns = inBrackets(written);
  if (columns === undefined) return { kind: written === "heap" ? "heap" : "clustered-columnstore" };
  return { kind: "clustered", columns: columns.split(",").map((column) => named(column.trim(), origin)) };
}

const inBrackets = (written: string): string | undefined => /\(([^()]*)\)$/.exec(written)?.[1];
