import type { Origin } from "../source/origin.js";
import type {
  ExpressionsSpec,
  PipelineSpec,
  RawTableSpec,
  SinkSpec,
  SourceColumnsSpec,
  SourceSpec,
  StreamingSpec,
  TableSpec,
  WindowSpec,
} from "../spec/spec.generated.js";
import type { Document } from "../spec/spec.js";
import { duration } from "./duration.js";
import {
  type ExpressionText,
  type Layer,
  type Named,
  type Pipeline,
  type Poisoned,
  poisoned,
  type RawTable,
  type Sink,
  type SourceColumn,
  type StreamSource,
  type Table,
  type Trigger,
  type WindowCut,
} from "./model.js";

/** One pipeline in its one form. Undefined if it does not say its name. */
export function normalizePipeline(document: Document<PipelineSpec>): Pipeline | undefined {
  const { origin } = document;
  const name = document.get("pipeline");
  if (name === undefined) return undefined;
  const compute = document.get("compute");
  const raw = document
    .items("bronze")
    .map(
      (item) =>
        [
          `bronze.${item.name}`,
          item.spec ? rawTable(item.name, item.spec, item.origin) : poisoned(item.origin),
        ] as const,
    );
  const layers = (["silver", "gold"] as const).flatMap((layer) =>
    document
      .items(layer)
      .map(
        (item) =>
          [
            `${layer}.${item.name}`,
            item.spec ? table(layer, item.name, item.spec, item.origin) : poisoned(item.origin),
          ] as const,
      ),
  );
  return {
    origin,
    name,
    description: document.get("description"),
    compute: compute === undefined ? undefined : { name: compute, origin: origin.child("compute") },
    sources: new Map(
      document
        .items("sources")
        .map((item) => [item.name, item.spec ? source(item.name, item.spec, item.origin) : poisoned(item.origin)]),
    ),
    tables: new Map<string, RawTable | Table | Poisoned>([...raw, ...layers]),
    sinks: new Map(
      document
        .items("sinks")
        .map((item) => [item.name, item.spec ? sink(item.name, item.spec, item.origin) : poisoned(item.origin)]),
    ),
  };
}

function source(name: string, spec: SourceSpec, origin: Origin): StreamSource {
  const { producer } = spec;
  const capture = spec.kind === "event-hub" ? spec.capture : undefined;
  return {
    kind: spec.kind,
    origin,
    name,
    connection: named(spec.connection, origin.child("connection")),
    hub: spec.kind === "event-hub" ? spec.event_hub : spec.topic,
    partitions: spec.partitions,
    capture: capture && {
      origin: origin.child("capture"),
      minutes: leadingNumber(capture.every),
      megabytes: leadingNumber(capture.size),
    },
    read: spec.kind === "event-hub" ? (spec.read ?? "stream") : "stream",
    format: spec.format,
    columns: sourceColumns(spec.columns, origin.child("columns")),
    producer: producer && {
      origin: origin.child("producer"),
      file: producer.file,
      key: named(producer.key, origin.child("producer", "key")),
      rate:
        producer.rate === undefined
          ? undefined
          : leadingNumber(producer.rate) / (producer.rate.endsWith("minute") ? 60 : 1),
    },
  };
}

const sourceColumns = (columns: SourceColumnsSpec, origin: Origin): readonly SourceColumn[] =>
  Object.entries(columns).map(([name, type]) => {
    const at = origin.child(name);
    return { name, origin: at, type: typeof type === "string" ? type : sourceColumns(type, at) };
  });

const rawTable = (name: string, { from, description, streaming }: RawTableSpec, origin: Origin): RawTable => ({
  kind: "raw",
  origin,
  layer: "bronze",
  name,
  description,
  trigger: trigger(streaming),
  from: named(from, origin.child("from")),
});

/** Ten seconds: often enough for tables that people look at, seldom enough for files of a useful size. */
const trigger = (streaming: StreamingSpec | undefined): Trigger => {
  if (streaming === undefined) return "10 seconds";
  return streaming.trigger === "continuous" ? "0 seconds" : streaming.trigger;
};

function table(layer: Layer, name: string, spec: TableSpec, origin: Origin): Table {
  const { columns, with_columns: added, watermark, deduplicate, window } = spec;
  return {
    kind: "table",
    origin,
    layer,
    name,
    description: spec.description,
    trigger: trigger(spec.streaming),
    inputs: [named(spec.from, origin.child("from"))],
    columns:
      (columns && {
        mode: "exactly",
        expressions: expressions(columns, origin.child("columns")),
        isBoth: added !== undefined,
      }) ??
      (added && { mode: "added", expressions: expressions(added, origin.child("with_columns")), isBoth: false }),
    where: spec.where === undefined ? undefined : expression("where", spec.where, origin.child("where")),
    expectations: Object.entries(spec.expect ?? {}).map(([rule, { that, else: otherwise }]) => ({
      name: rule,
      origin: origin.child("expect", rule),
      that: expression("expect", that, origin.child("expect", rule, "that")),
      otherwise,
    })),
    watermark: watermark && {
      origin: origin.child("watermark"),
      column: named(watermark.column, origin.child("watermark", "column")),
      delay: duration(watermark.delay),
      ahead: duration(watermark.ahead ?? "1 hour"),
    },
    deduplicate: deduplicate && {
      origin: origin.child("deduplicate"),
      keys: list(deduplicate.keys, origin.child("deduplicate", "keys")),
    },
    lateRows: {
      origin: spec.late_rows === undefined ? origin : origin.child("late_rows"),
      policy: spec.late_rows ?? "drop",
      isWritten: spec.late_rows !== undefined,
    },
    window: window && {
      origin: origin.child("window"),
      column: named(window.column, origin.child("window", "column")),
      cut: windowCut(window),
    },
    groupBy: list(spec.group_by ?? [], origin.child("group_by")),
    aggregates: expressions(spec.aggregates ?? {}, origin.child("aggregates")),
  };
}

function windowCut(spec: WindowSpec): WindowCut {
  if (spec.type === "session") return { kind: "session", gap: duration(spec.gap) };
  const offset = spec.offset === undefined ? undefined : duration(spec.offset);
  if (spec.type === "hopping") return { kind: "hopping", size: duration(spec.size), hop: duration(spec.hop), offset };
  return { kind: "tumbling", size: duration(spec.size), offset };
}

const sink = (name: string, spec: SinkSpec, origin: Origin): Sink => ({
  kind: "cosmos",
  origin,
  name,
  description: spec.description,
  trigger: trigger(spec.streaming),
  from: named(spec.from, origin.child("from")),
  connection: named(spec.connection, origin.child("connection")),
  database: spec.database,
  container: spec.container,
  partitionKey: named(spec.partition_key, origin.child("partition_key")),
});

const named = (name: string, origin: Origin): Named => ({ name, origin });

const list = (names: readonly string[], origin: Origin): readonly Named[] =>
  names.map((name, index) => named(name, origin.child(index)));

const expressions = (spec: ExpressionsSpec, origin: Origin): readonly ExpressionText[] =>
  Object.entries(spec).map(([name, text]) => expression(name, text, origin.child(name)));

const expression = (name: string, text: string | number | boolean, origin: Origin): ExpressionText => ({
  name,
  text: String(text),
  origin,
});

const leadingNumber = (text: string): number => Number.parseInt(text, 10);
