import type { Origin } from "../source/origin.js";
import type { ApplyChangesSpec, ControlSpec, RawTableSpec, TableSpec } from "../spec/spec.generated.js";
import type { Control } from "./control.js";
import type { LandedTable } from "./landed-table.js";
import type { ApplyChanges, MergedTable } from "./merged-table.js";
import { expression, list, named } from "./normalize-parts.js";
import type { Table } from "./table.js";

export const control = ({ connection, schema = "sluice" }: ControlSpec, origin: Origin): Control => ({
  kind: "control",
  origin,
  connection: named(connection, origin.child("connection")),
  schema,
});

export const landedTable = (
  name: string,
  { from, description, renamed_from: storedAs = name }: RawTableSpec,
  format: LandedTable["format"],
  origin: Origin,
): LandedTable => ({
  kind: "landed",
  origin,
  layer: "bronze",
  name,
  storedAs,
  description,
  from: named(from, origin.child("from")),
  format,
});

type RowClause = "columns" | "where" | "expectations" | "sensitive" | "declassify" | "maySetAside";

/** `clauses`: what it has in common with every table. */
export const mergedTable = (
  clauses: Pick<Table, RowClause | "name" | "inputs">,
  layer: MergedTable["layer"],
  spec: TableSpec,
  changes: ApplyChangesSpec,
  origin: Origin,
): MergedTable => ({
  kind: "merged",
  origin,
  layer,
  ...clauses,
  storedAs: spec.renamed_from ?? clauses.name,
  description: spec.description,
  backfill: spec.backfill ?? 0,
  changes: applyChanges(changes, origin.child("apply_changes")),
});

const applyChanges = (
  { keys, sequence_by = [], scd_type, track_history: tracked, delete_when, ignore_null = false }: ApplyChangesSpec,
  origin: Origin,
): ApplyChanges => ({
  origin,
  keys: keys && list(keys, origin.child("keys")),
  sequenceBy: list(sequence_by, origin.child("sequence_by")),
  history: scd_type === 2 ? { tracked: tracked && list(tracked, origin.child("track_history")) } : undefined,
  deletesAbsent: delete_when === "absent",
  deleteWhen:
    delete_when === undefined || delete_when === "absent"
      ? undefined
      : expression("delete_when", delete_when, origin.child("delete_when")),
  ignoresNull: ignore_null,
});
