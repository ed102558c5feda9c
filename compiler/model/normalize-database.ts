import type { Origin } from "../source/origin.js";
import type { CursorSpec, DatabaseSourceSpec } from "../spec/spec.generated.js";
import type { Cursor, DatabaseSource, Reading } from "./database-source.js";
import { sourceColumns } from "./normalize-columns.js";
import { list, named } from "./normalize-parts.js";
import type { Placeholders } from "./placeholders.js";

/** A table of a database in its one form. */
export function databaseSource(
  name: string,
  spec: DatabaseSourceSpec,
  origin: Origin,
  placeholders: Placeholders,
): DatabaseSource {
  const { table: whole, columns } = spec;
  if (whole === undefined || columns === undefined)
    throw new Error("A source without its table got past the expansion");
  const [schema = "", table = ""] = whole.split(".");
  return {
    kind: spec.kind,
    origin,
    name,
    connection: named(spec.connection, origin.child("connection")),
    schema,
    table,
    primaryKey: list(spec.primary_key ?? [], origin.child("primary_key")),
    read: reading(spec, origin, placeholders),
    columns: sourceColumns(columns, origin.child("columns")),
    samples: spec.samples === undefined ? undefined : placeholders.location(spec.samples, origin.child("samples")),
  };
}

const reading = (spec: DatabaseSourceSpec, origin: Origin, placeholders: Placeholders): Reading =>
  spec.read === "full"
    ? { kind: "full", mayBeEmpty: spec.may_be_empty ?? false }
    : { kind: "incremental", cursor: cursor(spec.cursor, origin.child("cursor"), placeholders) };

/** A number is taken as it is written: one of more than 15 digits is not the number that YAML makes of it. */
const cursor = (spec: CursorSpec, origin: Origin, placeholders: Placeholders): Cursor => {
  const { column, start, lag, time_zone: zone, in_commit_order: isInCommitOrder = false } = spec;
  return {
    origin,
    column: named(column, origin.child("column")),
    start: typeof start === "string" ? start : (origin.child("start").written ?? String(start)),
    lag: lag === undefined ? undefined : placeholders.duration(lag, origin.child("lag")),
    timeZone: zone === undefined ? undefined : named(zone, origin.child("time_zone")),
    isInCommitOrder,
  };
};
