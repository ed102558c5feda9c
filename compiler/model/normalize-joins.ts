import type { Origin } from "../source/origin.js";
import type {
  ExposureJoinSpec,
  JoinConditionSpec,
  JoinedColumnsSpec,
  JoinSpec,
  JoinWithinSpec,
} from "../spec/spec.generated.js";
import type { Duration } from "./duration.js";
import type { Join, JoinBounds, JoinedName } from "./join.js";
import type { Placeholders } from "./placeholders.js";

/** A table's joins in their one form, in the order in which they were written. */
export const joins = (
  spec: { readonly [name: string]: JoinSpec } = {},
  origin: Origin,
  placeholders: Placeholders,
): readonly Join[] => Object.entries(spec).map(([name, join]) => joinOf(name, join, origin.child(name), placeholders));

function joinOf(name: string, spec: JoinSpec, origin: Origin, placeholders: Placeholders): Join {
  const { within } = spec;
  return {
    origin,
    name,
    table: { name: spec.table, origin: origin.child("table") },
    how: spec.how,
    on: condition(spec.on, origin.child("on")),
    within: within && bounds(within, origin.child("within"), placeholders),
    columns: spec.how === "semi" ? [] : joined(spec.columns, origin.child("columns")),
  };
}

/** Joins of a view in their one form. */
export const lookups = (spec: { readonly [name: string]: ExposureJoinSpec } = {}, origin: Origin): readonly Join[] =>
  Object.entries(spec).map(([name, { table, how, on, columns }]) => {
    const at = origin.child(name);
    return {
      origin: at,
      name,
      table: { name: table, origin: at.child("table") },
      how,
      on: condition(on, at.child("on")),
      within: undefined,
      columns: joined(columns, at.child("columns")),
    };
  });

/** A name alone is a column that both tables have. */
function condition(spec: JoinConditionSpec, origin: Origin): Join["on"] {
  if (typeof spec !== "string")
    return { kind: "columns", columns: spec.map((name, index) => ({ name, origin: origin.child(index) })) };
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(spec)
    ? { kind: "columns", columns: [{ name: spec, origin }] }
    : { kind: "condition", condition: { name: "on", text: spec, origin } };
}

function bounds(spec: JoinWithinSpec, origin: Origin, placeholders: Placeholders): JoinBounds {
  const bound = (side: "before" | "after"): Duration => {
    const written = spec[side];
    return written === undefined ? none : placeholders.duration(written, origin.child(side));
  };
  return { origin, before: bound("before"), after: bound("after") };
}

const none: Duration = { text: "0 seconds", milliseconds: 0 };

function joined(spec: JoinedColumnsSpec, origin: Origin): readonly JoinedName[] {
  if (isList(spec)) return spec.map((name, index) => ({ name, of: { name, origin: origin.child(index) } }));
  return Object.entries(spec).map(([name, of]) => ({ name, of: { name: of, origin: origin.child(name) } }));
}

const isList = (spec: JoinedColumnsSpec): spec is readonly string[] => Array.isArray(spec);
