import type { Report } from "../../diagnostics/report.js";
import { closest } from "../../diagnostics/suggest.js";
import type { Origin } from "../../source/origin.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { type Pipelines, type Section, sectionOf } from "./pipelines.js";
import { fill } from "./placeholders.js";
import type { Plural } from "./section.js";
import type { Pattern } from "./selection.js";

/** Where `for_each` may stand, in the order in which names become known. */
export const layers = ["bronze", "silver", "gold", "sinks"] as const;

export type Layer = (typeof layers)[number];

export const eachPattern = /^([A-Za-z][A-Za-z0-9_-]*\/)?(sources|bronze|silver|gold)\.(?=.)[a-z0-9_]*\*?[a-z0-9_]*$/;

const ofTables: Pick<Plural, "places" | "names" | "reads"> = {
  reads: ["from", "union.*", "join.*.table"],
  places: ["from", "union.*", "join.*.table", "renamed_from", "description"],
  names: [],
};

const ofSinks: Pick<Plural, "places" | "names" | "reads"> = {
  reads: ["from"],
  places: "from description database container event_hub topic folder partition_key key".split(" "),
  names: [
    ...["database", "container", "event_hub", "topic"].map((property) => ({ property, orVariable: true })),
    ...["folder", "partition_key", "key"].map((property) => ({ property, orVariable: false })),
  ],
};

/** Tables or sinks with `for_each`. */
export const madeForEach = (layer: Layer, pipelines: Pipelines, report: Report): Plural => ({
  section: layer,
  property: "for_each",
  pattern: eachPattern,
  naming: "each",
  placeholders: ["each"],
  ...(layer === "sinks" ? ofSinks : ofTables),
  candidates: (_, { of, except }, origin) => {
    const at = origin.child("for_each");
    const sections = [...of, ...except].map((pattern) => sectionMeant(pattern, layer, pipelines, at, report));
    const known = sections.flatMap((section) => {
      const names = section && pipelines.namesIn(section);
      return names === undefined || names === "unknown" ? [] : [{ reference: section?.reference, names }];
    });
    if (known.length < sections.length) return undefined;
    const meant = new Map(known.slice(0, of.length).map(({ reference, names }) => [reference, names]));
    const among = [...meant.keys()].map((reference) => `'${reference}'`).join(" and ");
    return { names: [...meant.values()].flat(), among: `names under ${among}` };
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

/** Undefined where a pattern goes over what cannot be known, which is reported, or was. */
function sectionMeant(
  { text, path }: Pattern,
  layer: Layer,
  { own, names }: Pipelines,
  at: Origin,
  report: Report,
): Section | undefined {
  const section = sectionOf(text, own);
  const { pipeline } = section;
  const below = ["sources", ...layers.slice(0, layers.indexOf(layer))];
  // Of another pipeline also the same layer: `expand` sees to it that neither waits for the other.
  if (!below.includes(section.layer) && (pipeline === undefined || section.layer !== layer)) {
    const others = layer === "sinks" ? [] : [`<pipeline>/${layer}.…`];
    const details = { pattern: text, layer, below: [...below.map((one) => `${one}.…`), ...others] };
    report.add(expansionDiagnostics.notBelow.at(at.child(...path), details));
    return undefined;
  }
  if (pipeline === undefined || (names !== "unknown" && names.includes(pipeline))) return section;
  if (names !== "unknown") {
    const details = { pipeline, suggestion: closest(pipeline, names) };
    report.add(expansionDiagnostics.unknownPipeline.at(at.child(...path), details));
  }
  return undefined;
}
