import type { Origin } from "../source/origin.js";
import type { DeclassifySpec, LabelsSpec, TableSpec } from "../spec/spec.generated.js";
import type { Allowed, Declassification, SensitiveClauses } from "./sensitive.js";

/** What a table says of the sensitivity of its columns. */
export const sensitiveClauses = ({ sensitive = {}, declassify }: TableSpec, origin: Origin): SensitiveClauses => ({
  sensitive: Object.entries(sensitive).map(([column, label]) => ({
    column: { name: column, origin: origin.child("sensitive", column).key() },
    label,
  })),
  declassify: declassified(declassify, origin),
});

/** `origin`: of what has the clause. */
export const declassified = (spec: DeclassifySpec | undefined, origin: Origin): readonly Declassification[] =>
  Object.entries(spec ?? {}).map(([column, reason]) => ({
    column: { name: column, origin: origin.child("declassify", column).key() },
    reason,
  }));

/** `may_see`, `may_hold`: what is allowed there. */
export const allowed = (spec: LabelsSpec | undefined, origin: Origin, property: string): Allowed => ({
  labels: spec ?? [],
  origin: spec && origin.child(property),
});
