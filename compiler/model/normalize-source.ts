import type { Origin } from "../source/origin.js";
import type {
  EventHubSourceSpec,
  FilesSourceSpec,
  KafkaSourceSpec,
  LakeSourceSpec,
  SourceSpec,
} from "../spec/spec.generated.js";
import { sourceColumns } from "./normalize-columns.js";
import { databaseSource } from "./normalize-database.js";
import { fileSetSource } from "./normalize-file-set.js";
import { httpSource } from "./normalize-http.js";
import { loadsSource } from "./normalize-loads.js";
import { type Context, named } from "./normalize-parts.js";
import type { Placeholders } from "./placeholders.js";
import type { FilesSource, LakeSource, Source, StreamSource } from "./source.js";

/** A source in its one form. */
export function source(name: string, spec: SourceSpec, origin: Origin, { placeholders }: Context): Source {
  switch (spec.kind) {
    case "sql-server":
    case "azure-sql":
    case "postgres":
      return databaseSource(name, spec, origin, placeholders);
    case "files":
      return spec.read === undefined
        ? files(name, spec, origin, placeholders)
        : fileSetSource(name, spec, spec.read, origin, placeholders);
    case "http":
      return httpSource(name, spec, origin, placeholders);
    case "azure-function":
      return loadsSource(name, spec, origin, placeholders);
    case "lake":
      return lake(name, spec, origin, placeholders);
    case "event-hub":
    case "kafka":
      return hub(name, spec, origin, placeholders);
  }
}

function hub(
  name: string,
  spec: EventHubSourceSpec | KafkaSourceSpec,
  origin: Origin,
  placeholders: Placeholders,
): StreamSource {
  const { producer } = spec;
  const capture = spec.kind === "event-hub" ? spec.capture : undefined;
  return {
    kind: spec.kind,
    origin,
    name,
    connection: named(spec.connection, origin.child("connection")),
    hub:
      spec.kind === "event-hub"
        ? placeholders.name(spec.event_hub, origin.child("event_hub"))
        : placeholders.topic(spec.topic, origin.child("topic")),
    partitions: placeholders.partitions(spec.partitions, origin.child("partitions")),
    capture: capture && {
      origin: origin.child("capture"),
      minutes: placeholders.captureMinutes(capture.every, origin.child("capture", "every")),
      megabytes: leadingNumber(capture.size),
    },
    read: spec.kind === "event-hub" ? (spec.read ?? "stream") : "stream",
    format: spec.format,
    columns: sourceColumns(spec.columns, origin.child("columns")),
    producer: producer && {
      origin: origin.child("producer"),
      file: placeholders.location(producer.file, origin.child("producer", "file")),
      key: named(producer.key, origin.child("producer", "key")),
      rate:
        producer.rate === undefined
          ? undefined
          : leadingNumber(producer.rate) / (producer.rate.endsWith("minute") ? 60 : 1),
    },
  };
}

const files = (name: string, spec: FilesSourceSpec, origin: Origin, placeholders: Placeholders): FilesSource => ({
  kind: "files",
  ...stored(name, spec, origin, placeholders),
  format: spec.format,
  hasHeader: spec.format === "csv" && (spec.header ?? true),
});

const lake = (name: string, spec: LakeSourceSpec, origin: Origin, placeholders: Placeholders): LakeSource => ({
  kind: "lake",
  ...stored(name, spec, origin, placeholders),
  format: spec.format,
});

/** What stands in a container, whatever it is. */
const stored = (
  name: string,
  { connection, path, columns, producer }: FilesSourceSpec | LakeSourceSpec,
  origin: Origin,
  placeholders: Placeholders,
) => ({
  origin,
  name,
  connection: named(connection, origin.child("connection")),
  path,
  columns: sourceColumns(columns, origin.child("columns")),
  samples: producer && placeholders.location(producer.file, origin.child("producer", "file")),
});

const leadingNumber = (text: string): number => Number.parseInt(text, 10);
