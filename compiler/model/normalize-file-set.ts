import type { Origin } from "../source/origin.js";
import type { FilesSourceSpec } from "../spec/spec.generated.js";
import type { FileSetReading, FileSetSource } from "./file-set-source.js";
import { sourceColumns } from "./normalize-columns.js";
import { list, named } from "./normalize-parts.js";
import { hasParts, unitOf } from "./periods.js";
import type { Placeholders } from "./placeholders.js";

/** Files that are landed, in their one form. */
export const fileSetSource = (
  name: string,
  spec: FilesSourceSpec,
  read: NonNullable<FilesSourceSpec["read"]>,
  origin: Origin,
  placeholders: Placeholders,
): FileSetSource => ({
  kind: "file-set",
  origin,
  name,
  connection: named(spec.connection, origin.child("connection")),
  path: spec.path,
  reading: readingOf(spec, read, origin, placeholders),
  changes: spec.changes,
  format: spec.format,
  text: {
    hasHeader: spec.header ?? true,
    delimiter: spec.delimiter ?? ",",
    quote: spec.quote ?? '"',
    compression: spec.compression,
  },
  primaryKey: list(spec.primary_key ?? [], origin.child("primary_key")),
  columns: sourceColumns(spec.columns, origin.child("columns")),
  samples: spec.samples === undefined ? undefined : placeholders.location(spec.samples, origin.child("samples")),
});

function readingOf(
  { path, start, lag }: FilesSourceSpec,
  read: NonNullable<FilesSourceSpec["read"]>,
  origin: Origin,
  placeholders: Placeholders,
): FileSetReading {
  if (read === "full") return { kind: read };
  const written = (text: string) => placeholders.duration(text, origin.child("lag"));
  if (!hasParts(path)) return { kind: read, lag: written(lag ?? "2 minutes") };
  return {
    kind: "new-periods",
    unit: unitOf(path),
    start: start ?? "",
    lag: lag === undefined ? undefined : written(lag),
  };
}
