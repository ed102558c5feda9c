import type { Report } from "../../diagnostics/report.js";
import { closest } from "../../diagnostics/suggest.js";
import type { Origin } from "../../source/origin.js";
import type { Node, Path } from "../../source/tree.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { made, poison } from "./nodes.js";

/** Values by placeholder: `table`, `schema` or `each`. */
export type Values = Readonly<Record<string, string>>;

/** What is written for all: the placeholders that it may hold, and where. */
export interface Form {
  readonly placeholders: readonly string[];
  /** The property that says for which: `tables`, `for_each`. */
  readonly property: string;
  /** Ways to texts below the thing: `join.*.table`. */
  readonly places: readonly string[];
}

export const placeholder = /\$\{([a-z][a-z0-9_]*)\}/g;

/** All special ones: they are variables where nothing makes them names. */
export const special = ["schema", "table", "each"];

export const placeholdersIn = (text: string): readonly string[] =>
  text.includes("${") ? [...text.matchAll(placeholder)].map(([, name = ""]) => name) : [];

export const filled = (text: string, values: Values): string =>
  text.replaceAll(placeholder, (all, name: string) => (Object.hasOwn(values, name) ? values[name] : undefined) ?? all);

/** What stands where a placeholder may not is poisoned: the same node if there is none, as far as they are no variables. */
export function withPlaceholders(
  node: Node,
  form: Form,
  variables: readonly string[],
  origin: Origin,
  report: Report,
): Node {
  const { placeholders, places } = form;
  const owned = special.filter((name) => placeholders.includes(name) || !variables.includes(name));
  return mapTexts(node, (text, path, scalar) => {
    const isPlace = places.some((place) => isAt(path, place));
    const at = origin.child(...path);
    const strays = placeholdersIn(text).filter(
      (name) => owned.includes(name) && !(isPlace && placeholders.includes(name) && !variables.includes(name)),
    );
    for (const name of strays) {
      const details = { placeholder: name };
      report.add(
        !placeholders.includes(name)
          ? expansionDiagnostics.nameOfOne.at(at, nameless(name, "stands here"))
          : isPlace
            ? expansionDiagnostics.placeholderIsVariable.at(at, details)
            : expansionDiagnostics.placeholderElsewhere.at(at, { ...details, places: words(places) }),
      );
    }
    const misspelt = isPlace ? placeholdersIn(text).filter((name) => isMisspelt(name, form, variables)) : [];
    for (const name of misspelt) report.add(expansionDiagnostics.unknownPlaceholder.at(at, unknown(name, form)));
    return strays.length + misspelt.length === 0 ? scalar : poison(scalar);
  });
}

/** It is near enough to one of the placeholders to be meant for it, and is nothing else. */
const isMisspelt = (name: string, form: Form, variables: readonly string[]): boolean =>
  ![...special, ...variables].includes(name) && unknown(name, form).suggestion !== undefined;

/** What is told of a placeholder that is none. */
export function unknown(name: string, { placeholders, property }: Form) {
  const meant = closest(name, placeholders);
  return {
    ...{ placeholder: name, property, known: placeholders.map((one) => `\${${one}}`) },
    suggestion: meant && `\${${meant}}`,
  };
}

/** What a placeholder is told to lack. */
export const nameless = (name: string, where: string) => ({
  placeholder: name,
  property: name === "each" ? "for_each" : "tables",
  where,
});

const words = (places: readonly string[]): readonly string[] => [
  ...new Set(places.map((place) => place.replace(/\..*/, ""))),
];

const isAt = (path: Path, place: string): boolean => {
  const segments = place.split(".");
  return segments.length === path.length && segments.every((one, at) => one === "*" || one === String(path[at]));
};

/** The texts in a place, and where each is written. */
export function textsAt(node: Node, place: string): readonly { readonly text: string; readonly path: Path }[] {
  const found: { readonly text: string; readonly path: Path }[] = [];
  mapTexts(node, (text, path, scalar) => {
    if (isAt(path, place)) found.push({ text, path });
    return scalar;
  });
  return found;
}

/** The same with values in the places of placeholders. */
export const fill = (node: Node, values: Values): Node =>
  mapTexts(node, (text, _, scalar) => {
    const value = filled(text, values);
    return value === text ? scalar : made(value, scalar.range);
  });

/** The node with its texts changed; the same one if none is. */
function mapTexts(node: Node, change: (text: string, path: Path, scalar: Node) => Node, path: Path = []): Node {
  switch (node.kind) {
    case "map": {
      const entries = node.entries.map((entry) => {
        const value = mapTexts(entry.value, change, [...path, entry.key]);
        return value === entry.value ? entry : { ...entry, value };
      });
      return entries.every((entry, at) => entry === node.entries[at]) ? node : { ...node, entries };
    }
    case "sequence": {
      const items = node.items.map((item, at) => mapTexts(item, change, [...path, at]));
      return items.every((item, at) => item === node.items[at]) ? node : { ...node, items };
    }
    case "scalar":
      return typeof node.value === "string" ? change(node.value, path, node) : node;
  }
}
