import type { Origin } from "../source/origin.js";
import type {
  AfterSpec,
  AnyTriggerSpec,
  ApplyChangesSpec,
  ControlSpec,
  RawTableSpec,
  TableSpec,
  TriggerSpec,
} from "../spec/spec.generated.js";
import type { After } from "./after.js";
import type { Control } from "./control.js";
import type { DailyTrigger } from "./daily-trigger.js";
import type { LandedTable } from "./landed-table.js";
import type { ApplyChanges, MergedTable } from "./merged-table.js";
import { list, named } from "./normalize-parts.js";
import type { Table } from "./table.js";

export const control = ({ connection, schema = "sluice" }: ControlSpec, origin: Origin): Control => ({
  kind: "control",
  origin,
  connection: named(connection, origin.child("connection")),
  schema,
});

export const startOf = (name: string, spec: AnyTriggerSpec, origin: Origin): DailyTrigger | After =>
  "after" in spec ? after(name, spec, origin) : dailyTrigger(name, spec, origin);

function after(name: string, { after: written }: AfterSpec, origin: Origin): After {
  const at = origin.child("after");
  const [first, ...rest] = typeof written === "string" ? [named(written, at)] : list(written, at);
  if (first === undefined) throw new Error("An 'after' that names nothing got past the schema");
  return { kind: "after", origin, name, pipelines: [first, ...rest] };
}

const dailyTrigger = (name: string, { daily, time_zone }: TriggerSpec, origin: Origin): DailyTrigger => ({
  kind: "daily",
  origin,
  name,
  hour: Number(daily.slice(0, 2)),
  minute: Number(daily.slice(3)),
  timeZone: named(time_zone, origin.child("time_zone")),
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

/** `clauses`: what it has in common with every table. */
export const mergedTable = (
  clauses: Pick<Table, "name" | "inputs" | "columns" | "where" | "expectations">,
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

const applyChanges = ({ keys, sequence_by = [] }: ApplyChangesSpec, origin: Origin): ApplyChanges => ({
  origin,
  keys: list(keys, origin.child("keys")),
  sequenceBy: list(sequence_by, origin.child("sequence_by")),
});
