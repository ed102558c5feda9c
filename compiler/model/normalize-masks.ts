import type { Origin } from "../source/origin.js";
import type { ExposureSpec, ShownSpec } from "../spec/spec.generated.js";
import type { Mask, RowFilter, Shown } from "./mask.js";
import { expression, list, named } from "./normalize-parts.js";

export const masksOf = (spec: ExposureSpec["masks"], origin: Origin): readonly Mask[] =>
  Object.entries(spec ?? {}).map(([column, { show, unmask }]) => {
    const at = origin.child(column);
    return {
      origin: at,
      column: named(column, at.key()),
      show: shown(show),
      unmask: list(unmask ?? [], at.child("unmask")),
    };
  });

/** The schema sees to it that it is one of the two. */
function shown(spec: ShownSpec): Shown {
  if (typeof spec === "string") return { kind: spec };
  return spec.first === undefined
    ? { kind: "last", characters: spec.last ?? 1 }
    : { kind: "first", characters: spec.first };
}

/** Undefined: everybody sees all rows. */
export const rowFiltersOf = (spec: ExposureSpec["rows"], origin: Origin): readonly RowFilter[] | undefined =>
  spec &&
  Object.entries(spec).map(([principal, where]) => {
    const at = origin.child(principal);
    return {
      origin: at,
      principal: named(principal, at.key()),
      where: where === "all" ? where : expression("rows", where, at),
    };
  });
