import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { ExplodeSpec, PipelineSpec, RawTableSpec, TableSpec, WindowSpec } from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import type { Duration } from "./duration.js";
import type { LandedTable } from "./landed-table.js";
import type { MergedTable } from "./merged-table.js";
import type { AnyTable, Defaults, Pipeline } from "./model.js";
import { grantsOf } from "./normalize-grants.js";
import { job } from "./normalize-job.js";
import { joins } from "./normalize-joins.js";
import { landedTable, mergedTable } from "./normalize-landings.js";
import { lengthOf } from "./normalize-length.js";
import { type Context, expression, expressions, list, named, trigger } from "./normalize-parts.js";
import { allowed, sensitiveClauses } from "./normalize-sensitive.js";
import { sink } from "./normalize-sink.js";
import { source } from "./normalize-source.js";
import { stepsOf } from "./normalize-steps.js";
import { startOf } from "./normalize-triggers.js";
import { warehouseOf } from "./normalize-warehouse.js";
import type { Named, NonEmpty } from "./parts.js";
import { Placeholders } from "./placeholders.js";
import { type Poisoned, poisoned } from "./poisoned.js";
import type { Explode, Layer, RawTable, Table, WindowCut } from "./table.js";
import type { Variables } from "./variables.js";
import type { Watch } from "./watch.js";

/** One pipeline in its one form. Undefined if it does not say its name. */
export function normalizePipeline(
  document: Document<PipelineSpec>,
  variables: Variables,
  defaults: Defaults,
  report: Report,
): Pipeline | undefined {
  /** What has a placeholder with an error is poisoned by itself. */
  const made = <S, T extends { readonly origin: Origin }>(
    { name, spec, origin }: { readonly name: string; readonly spec: S | undefined; readonly origin: Origin },
    make: (name: string, spec: S, origin: Origin, context: Context) => T,
  ): T | Poisoned => {
    const placeholders = new Placeholders(variables, report);
    return spec === undefined
      ? poisoned(origin)
      : placeholders.whole(make(name, spec, origin, { placeholders, defaults }));
  };
  const { origin } = document;
  const name = document.get("pipeline");
  if (name === undefined) return undefined;
  const compute = document.get("compute");
  const bronze = document.items("bronze").map((item) => [`bronze.${item.name}`, made(item, bronzeTable)] as const);
  const layers = (["silver", "gold"] as const).flatMap((layer) =>
    document
      .items(layer)
      .map((item) => [`${layer}.${item.name}`, made(item, (...given) => table(layer, ...given))] as const),
  );
  return {
    origin,
    name,
    description: document.get("description"),
    compute: compute === undefined ? undefined : { name: compute, origin: origin.child("compute") },
    steps: stepsOf(document, variables, report),
    jobs: new Map(document.items("jobs").map((item) => [item.name, made(item, job)])),
    triggers: new Map(document.items("triggers").map((item) => [item.name, made(item, startOf)])),
    watch: watchOf(document),
    sources: new Map(document.items("sources").map((item) => [item.name, made(item, source)])),
    tables: new Map<string, AnyTable | Poisoned>([...bronze, ...layers]),
    sinks: new Map(document.items("sinks").map((item) => [item.name, made(item, sink)])),
    warehouse: warehouseOf(document, made),
    grants: document.items("grants").flatMap((item) => grantsOf(item, name)),
  };
}

function watchOf(document: Document<PipelineSpec>): Watch | undefined {
  const spec = document.get("watch");
  return spec && { origin: document.origin.child("watch"), ...lengthOf(spec.every) };
}

const bronzeTable = (name: string, spec: RawTableSpec, origin: Origin, context: Context): RawTable | LandedTable =>
  spec.format === undefined ? rawTable(name, spec, origin, context) : landedTable(name, spec, spec.format, origin);

const rawTable = (
  name: string,
  { from, description, backfill = 0, renamed_from: storedAs = name, streaming, on_schema_change }: RawTableSpec,
  origin: Origin,
  context: Context,
): RawTable => ({
  kind: "raw",
  origin,
  layer: "bronze",
  name,
  storedAs,
  description,
  backfill,
  trigger: trigger(streaming, origin, context),
  from: named(from, origin.child("from")),
  onSchemaChange: on_schema_change ?? "fail",
});

function table(
  layer: "silver" | "gold",
  name: string,
  spec: TableSpec,
  origin: Origin,
  context: Context,
): Table | MergedTable {
  const clauses = rowClauses(name, spec, origin, context);
  return spec.apply_changes === undefined
    ? queriedTable(layer, clauses, spec, origin, context)
    : mergedTable(clauses, layer, spec, spec.apply_changes, origin);
}

const rowClauses = (name: string, spec: TableSpec, origin: Origin, { defaults }: Context) => ({
  name,
  inputs: inputs(spec, origin),
  columns: columns(spec, origin),
  where: spec.where === undefined ? undefined : expression("where", spec.where, origin.child("where")),
  expectations: Object.entries(spec.expect ?? {}).map(([rule, { that, else: otherwise }]) => ({
    name: rule,
    origin: origin.child("expect", rule),
    that: expression("expect", that, origin.child("expect", rule, "that")),
    otherwise,
  })),
  ...sensitiveClauses(spec, origin),
  maySetAside:
    spec.may_set_aside === undefined ? defaults.maySetAside : allowed(spec.may_set_aside, origin, "may_set_aside"),
});

function queriedTable(
  layer: Layer,
  clauses: ReturnType<typeof rowClauses>,
  spec: TableSpec,
  origin: Origin,
  context: Context,
): Table {
  const { placeholders, defaults } = context;
  const { watermark, deduplicate, window } = spec;
  return {
    kind: "table",
    origin,
    layer,
    ...clauses,
    storedAs: spec.renamed_from ?? clauses.name,
    description: spec.description,
    isView: spec.materialize === false,
    engine: spec.engine ?? "spark",
    backfill: spec.backfill ?? 0,
    trigger: trigger(spec.streaming, origin, context),
    explode: explode(spec.explode, origin.child("explode")),
    watermark: watermark && {
      origin: origin.child("watermark"),
      column: named(watermark.column, origin.child("watermark", "column")),
      delay: placeholders.duration(watermark.delay, origin.child("watermark", "delay")),
      ahead:
        watermark.ahead === undefined
          ? defaults.ahead.value
          : placeholders.duration(watermark.ahead, origin.child("watermark", "ahead")),
    },
    deduplicate: deduplicate && {
      origin: origin.child("deduplicate"),
      keys: list(deduplicate.keys, origin.child("deduplicate", "keys")),
    },
    lateRows: {
      origin: spec.late_rows === undefined ? origin : origin.child("late_rows"),
      policy: spec.late_rows ?? defaults.lateRows.value,
      isWritten: spec.late_rows !== undefined,
      isChosen: spec.late_rows !== undefined || defaults.lateRows.origin !== undefined,
    },
    joins: joins(spec.join, origin.child("join"), placeholders),
    window: window && {
      origin: origin.child("window"),
      column: named(window.column, origin.child("window", "column")),
      cut: windowCut(window, origin.child("window"), placeholders),
    },
    groupBy: list(spec.group_by ?? [], origin.child("group_by")),
    aggregates: expressions(spec.aggregates ?? {}, origin.child("aggregates")),
    storage: {
      write: spec.write ?? "append",
      partitionBy: list(spec.partition_by ?? [], origin.child("partition_by")),
      onSchemaChange: spec.on_schema_change ?? "fail",
    },
  };
}

/** The schema sees to it that there is one of the two. */
function inputs({ from, union }: TableSpec, origin: Origin): NonEmpty<Named> {
  if (from !== undefined) return [named(from, origin.child("from"))];
  const [first, ...rest] = list(union ?? [], origin.child("union"));
  if (first === undefined) throw new Error("A table that reads nothing got past the schema");
  return [first, ...rest];
}

function columns({ columns: exactly, with_columns: added, except }: TableSpec, origin: Origin): Table["columns"] {
  if (exactly) {
    const isBoth = added !== undefined;
    return { mode: "exactly", expressions: expressions(exactly, origin.child("columns")), isBoth };
  }
  if (added === undefined && except === undefined) return undefined;
  return {
    mode: "added",
    expressions: expressions(added ?? {}, origin.child("with_columns")),
    except: list(except ?? [], origin.child("except")),
  };
}

/** The schema sees to it that there is exactly one. */
function explode(spec: ExplodeSpec | undefined, origin: Origin): Explode | undefined {
  const [entry] = Object.entries(spec ?? {});
  if (entry === undefined) return undefined;
  const [name, written] = entry;
  const at = origin.child(name);
  if (typeof written === "string") return { origin, array: expression(name, written, at), isOuter: false };
  return { origin, array: expression(name, written.of, at.child("of")), isOuter: written.outer ?? false };
}

function windowCut(spec: WindowSpec, origin: Origin, placeholders: Placeholders): WindowCut {
  const duration = (text: string, property: string): Duration => placeholders.duration(text, origin.child(property));
  if (spec.type === "session") return { kind: "session", gap: duration(spec.gap, "gap") };
  const size = duration(spec.size, "size");
  const offset = spec.offset === undefined ? undefined : duration(spec.offset, "offset");
  if (spec.type === "hopping") return { kind: "hopping", size, hop: duration(spec.hop, "hop"), offset };
  return { kind: "tumbling", size, offset };
}
