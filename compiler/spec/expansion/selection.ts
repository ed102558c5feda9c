import type { Report } from "../../diagnostics/report.js";
import type { Origin } from "../../source/origin.js";
import type { Node, Path, Range } from "../../source/tree.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { textOf, valueAt } from "./nodes.js";
import { patternMeant, standsFor } from "./wildcards.js";

/** A pattern, and where it is written below the property. */
export interface Pattern {
  readonly text: string;
  readonly path: Path;
  readonly range: Range;
}

/** What `tables` or `for_each` says: patterns, and those that are left out. */
export interface Selection {
  readonly of: readonly Pattern[];
  readonly except: readonly Pattern[];
}

/** One that is meant, by the pattern that says so first. */
export interface Chosen {
  readonly name: string;
  readonly by: Pattern;
}

/** Undefined of what is no selection: the schema, which has the same `form` for a pattern, says what is wrong with it. */
export function selectionOf(node: Node, form: RegExp): Selection | undefined {
  const isLong = node.kind === "map";
  if (isLong && node.entries.some(({ key }) => !["of", "except"].includes(key))) return undefined;
  const of = isLong ? valueAt(node, "of") : node;
  const except = isLong ? valueAt(node, "except") : undefined;
  const meant = of && patterns(of, isLong ? ["of"] : [], form);
  const left = except ? patterns(except, ["except"], form) : [];
  return meant === undefined || left === undefined ? undefined : { of: meant, except: left };
}

function patterns(node: Node, path: Path, form: RegExp): readonly Pattern[] | undefined {
  const items: readonly (readonly [Node, Path])[] =
    node.kind === "sequence" ? node.items.map((item, at) => [item, [...path, at]] as const) : [[node, path]];
  const found = items.flatMap(([item, at]) => {
    const text = textOf(item);
    return text !== undefined && form.test(text) ? [{ text, path: at, range: item.range }] : [];
  });
  const areDifferent = new Set(found.map(({ text }) => text)).size === found.length;
  return found.length > 0 && found.length === items.length && areDifferent ? found : undefined;
}

/** Those of the names that are meant, in their order. Undefined if that cannot be told, which was reported. */
export function choose(
  { of, except }: Selection,
  names: readonly string[],
  among: string,
  origin: Origin,
  report: Report,
): readonly Chosen[] | undefined {
  const matching = of.map((by) => ({ by, names: names.filter(standsFor(by.text)) }));
  const nothing = matching.filter((one) => one.names.length === 0).map(({ by }) => by);
  for (const { text, path } of nothing) {
    const details = { pattern: text, among, suggestion: patternMeant(text, names) };
    report.add(expansionDiagnostics.matchesNothing.at(origin.child(...path), details));
  }
  const meant = new Map<string, Pattern>();
  for (const { by, names: matched } of matching) for (const name of matched) if (!meant.has(name)) meant.set(name, by);
  const stale = except.filter(({ text }) => ![...meant.keys()].some(standsFor(text)));
  for (const { text, path } of nothing.length === 0 ? stale : []) {
    const details = { pattern: text, suggestion: patternMeant(text, [...meant.keys()]) };
    report.add(expansionDiagnostics.exceptNothing.at(origin.child(...path), details));
  }
  if (nothing.length > 0 || stale.length > 0) return undefined;
  const chosen = [...meant].filter(([name]) => !except.some(({ text }) => standsFor(text)(name)));
  if (chosen.length === 0) report.add(expansionDiagnostics.leavesNothing.at(origin.child("except"), {}));
  return chosen.length === 0 ? undefined : chosen.map(([name, by]) => ({ name, by }));
}
