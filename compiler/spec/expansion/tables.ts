import type { Report } from "../../diagnostics/report.js";
import type { SourceDocument } from "../../source/source-file.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { valueAt } from "./nodes.js";
import { fill } from "./placeholders.js";
import type { Plural } from "./section.js";

export type Layer = "bronze" | "silver" | "gold";

/** What stands below each layer, and is known when it is looked at. */
const below: Readonly<Record<Layer, readonly string[]>> = {
  bronze: ["sources"],
  silver: ["sources", "bronze"],
  gold: ["sources", "bronze", "silver"],
};

export const eachPattern = /^(sources|bronze|silver)\.(?=.)[a-z0-9_]*\*?[a-z0-9_]*$/;

/** Tables with `for_each`. `broken`: sections of which not all names are known. */
export const tablesOfLayer = (
  layer: Layer,
  document: SourceDocument,
  broken: ReadonlySet<string>,
  report: Report,
): Plural => ({
  section: layer,
  property: "for_each",
  pattern: eachPattern,
  naming: "each",
  placeholders: ["each"],
  places: ["from", "union.*", "join.*.table", "renamed_from", "description"],
  candidates: (_, { of, except }, origin) => {
    const named = [...of, ...except];
    const strays = named.filter(({ text }) => !below[layer].includes(sectionOf(text)));
    for (const { text, path } of strays)
      report.add(
        expansionDiagnostics.notBelow.at(origin.child("for_each", ...path), {
          ...{ pattern: text, layer },
          below: below[layer].map((section) => `${section}.…`),
        }),
      );
    if (strays.length > 0 || named.some(({ text }) => broken.has(sectionOf(text)))) return undefined;
    const sections = below[layer].filter((section) => of.some(({ text }) => sectionOf(text) === section));
    const names = sections.flatMap((section) => namesIn(document, section));
    return { names, among: `names under ${sections.map((section) => `'${section}'`).join(" and ")}` };
  },
  valuesOf: ({ name, by: { text } }) => {
    const [before = "", after] = text.split("*");
    const each =
      after === undefined ? name.slice(name.indexOf(".") + 1) : name.slice(before.length, name.length - after.length);
    return { each };
  },
  single: (body, _, values) => ({
    ...body,
    entries: body.entries.flatMap((entry) =>
      entry.key === "for_each" ? [] : [{ ...entry, value: fill(entry.value, values) }],
    ),
  }),
});

const sectionOf = (reference: string): string => reference.slice(0, reference.indexOf("."));

function namesIn(document: SourceDocument, section: string): readonly string[] {
  const things = valueAt(document.root, section);
  return things?.kind === "map" ? things.entries.map(({ key }) => `${section}.${key}`) : [];
}
