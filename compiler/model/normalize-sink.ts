import type { Origin } from "../source/origin.js";
import type { SinkSpec } from "../spec/spec.generated.js";
import { type Context, expression, list, named, trigger } from "./normalize-parts.js";
import { allowed } from "./normalize-sensitive.js";
import type { Placeholders } from "./placeholders.js";
import type { Sink, SinkStore } from "./sink.js";

/** A sink in its one form. */
export const sink = (name: string, spec: SinkSpec, origin: Origin, context: Context): Sink => ({
  kind: "sink",
  origin,
  name,
  description: spec.description,
  trigger: trigger(spec.streaming, origin, context),
  from: named(spec.from, origin.child("from")),
  connection: named(spec.connection, origin.child("connection")),
  where: spec.where === undefined ? undefined : expression("where", spec.where, origin.child("where")),
  store: storeOf(spec, origin, context.placeholders),
  mayHold: allowed(spec.may_hold, origin, "may_hold"),
});

function storeOf(spec: SinkSpec, origin: Origin, placeholders: Placeholders): SinkStore {
  if ("container" in spec) {
    return {
      kind: "cosmos",
      database: placeholders.name(spec.database, origin.child("database")),
      container: placeholders.name(spec.container, origin.child("container")),
      partitionKey: named(spec.partition_key, origin.child("partition_key")),
    };
  }
  const columns = spec.columns && list(spec.columns, origin.child("columns"));
  if ("folder" in spec) return { kind: "storage", folder: spec.folder, format: spec.format, columns };
  const { key } = spec;
  return {
    ...("event_hub" in spec
      ? { kind: "event-hubs", hub: placeholders.name(spec.event_hub, origin.child("event_hub")) }
      : { kind: "kafka", hub: placeholders.topic(spec.topic, origin.child("topic")) }),
    partitions: placeholders.partitions(spec.partitions, origin.child("partitions")),
    key: key === undefined ? undefined : named(key, origin.child("key")),
    columns,
  };
}
