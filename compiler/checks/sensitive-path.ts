import type { Related } from "../diagnostics/diagnostic.js";
import { type Allowed, type Label, labels } from "../model/sensitive.js";
import { type Hop, hopsOf, type Mark, type Marks } from "../model/sensitivity-mark.js";

/** A column that gets where it may not be. */
export interface Stray {
  readonly column: string;
  readonly labels: readonly Label[];
  /** Its way from where each of them is declared, column by column. */
  readonly related: readonly Related[];
}

/** The columns with something sensitive in them that is not allowed; `columns`: those that get there, of all that have any. */
export const strays = (
  marks: Marks,
  allowed: Allowed,
  columns: readonly string[] = [...marks.keys()],
): readonly Stray[] =>
  columns.flatMap((column) => {
    const found = notAllowed(marks.get(column) ?? [], allowed);
    return found.length === 0 ? [] : [{ column, labels: labelsOf(found), related: waysOf(found) }];
  });

export const notAllowed = (marks: readonly Mark[], allowed: Allowed): readonly Mark[] =>
  marks.filter(({ label }) => !allowed.labels.includes(label));

/** In the order of the language. */
export const labelsOf = (marks: readonly Mark[]): readonly Label[] =>
  labels.filter((label) => marks.some((mark) => mark.label === label));

/** Of each label one way, from its declaration on; what two have in common is told once. */
export function waysOf(marks: readonly Mark[]): readonly Related[] {
  const firsts = labelsOf(marks).flatMap((label) => marks.find((mark) => mark.label === label) ?? []);
  return [...new Set(firsts.flatMap((mark) => hopsOf(mark).map((hop) => told(hop, mark, hop === mark.root))))]
    .filter((one, at, all) => all.findIndex((other) => sameHop(other, one)) === at)
    .map(({ related }) => related);
}

interface Told {
  readonly hop: Hop;
  readonly related: Related;
}

const told = (hop: Hop, { label }: Mark, isRoot: boolean): Told => ({
  hop,
  related: {
    message: isRoot ? `'${hop.column}' of '${hop.of}' is ${label}.` : `It becomes '${hop.column}' of '${hop.of}'.`,
    origin: hop.origin,
  },
});

const sameHop = (one: Told, other: Told): boolean =>
  one.hop === other.hop && one.related.message === other.related.message;
