import type { Origin } from "../source/origin.js";
import type { ExposureSpec, PipelineSpec, WarehouseSpec } from "../spec/spec.generated.js";
import type { Document, Item } from "../spec/spec.js";
import { dedicatedTable } from "./normalize-dedicated.js";
import { lookups } from "./normalize-joins.js";
import { masksOf, rowFiltersOf } from "./normalize-masks.js";
import { expression, expressions, list, named } from "./normalize-parts.js";
import { allowed, declassified } from "./normalize-sensitive.js";
import { type Poisoned, poisoned } from "./poisoned.js";
import type { Exposure, Warehouse } from "./warehouse.js";

/** A pipeline's warehouse in its one form; undefined if there is none. `made`: makes a thing of what is sound. */
export function warehouseOf(
  document: Document<PipelineSpec>,
  made: (
    item: { readonly name: string; readonly spec: ExposureSpec | undefined; readonly origin: Origin },
    make: (name: string, spec: ExposureSpec, origin: Origin) => Exposure,
  ) => Exposure | Poisoned,
): Warehouse | undefined {
  if (!document.has("warehouse")) return undefined;
  const items = document.items("warehouse");
  const connection = textOf(items.find(({ name }) => name === "connection"));
  const exposures = items.filter(({ name }) => name !== "connection");
  return {
    origin: document.origin.child("warehouse"),
    connection,
    exposures: new Map(
      exposures.map((item) => [item.name, item.spec === undefined ? poisoned(item.origin) : made(item, exposure)]),
    ),
  };
}

/** The one member that is no view, but a name. */
function textOf(item: Item<WarehouseSpec> | undefined): Warehouse["connection"] {
  const written: unknown = item?.spec;
  return item && typeof written === "string" ? named(written, item.origin) : undefined;
}

const exposure = (name: string, spec: ExposureSpec, origin: Origin): Exposure => ({
  kind: "exposure",
  origin,
  name,
  from: named(spec.from, origin.child("from")),
  as: spec.as ?? "view",
  dedicated: spec.dedicated && dedicatedTable(spec.dedicated, origin.child("dedicated")),
  partitionBy: list(spec.partition_by ?? [], origin.child("partition_by"))[0], // the schema takes one
  refresh: spec.refresh && { origin: origin.child("refresh"), lastDays: Number.parseInt(spec.refresh.last, 10) },
  hide: list(spec.hide ?? [], origin.child("hide")),
  columns: spec.columns && expressions(spec.columns, origin.child("columns")),
  where: spec.where === undefined ? undefined : expression("where", spec.where, origin.child("where")),
  mayHold: allowed(spec.may_hold, origin, "may_hold"),
  declassify: declassified(spec.declassify, origin),
  joins: lookups(spec.join, origin.child("join")),
  groupBy: list(spec.group_by ?? [], origin.child("group_by")),
  aggregates: expressions(spec.aggregates ?? {}, origin.child("aggregates")),
  masks: masksOf(spec.masks, origin.child("masks")),
  rows: rowFiltersOf(spec.rows, origin.child("rows")),
});
