import type { Origin } from "../source/origin.js";
import type { AzureFunctionSourceSpec } from "../spec/spec.generated.js";
import type { LoadsSource } from "./loads-source.js";
import { sourceColumns } from "./normalize-columns.js";
import { list, named } from "./normalize-parts.js";
import type { Placeholders } from "./placeholders.js";

/** What a function loads, in its one form. */
export const loadsSource = (
  name: string,
  spec: AzureFunctionSourceSpec,
  origin: Origin,
  placeholders: Placeholders,
): LoadsSource => ({
  kind: spec.kind,
  origin,
  name,
  function: spec.function,
  calledBy: spec.called_by,
  connection: spec.connection === undefined ? undefined : named(spec.connection, origin.child("connection")),
  app: spec.app,
  folder: spec.writes,
  primaryKey: list(spec.primary_key ?? [], origin.child("primary_key")),
  columns: sourceColumns(spec.columns, origin.child("columns")),
  samples: spec.samples === undefined ? undefined : placeholders.location(spec.samples, origin.child("samples")),
});
