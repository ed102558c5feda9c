import type { Report } from "../../diagnostics/report.js";
import { closest } from "../../diagnostics/suggest.js";
import { Origin } from "../../source/origin.js";
import type { SourceDocument } from "../../source/source-file.js";
import type { MapEntry, MapNode } from "../../source/tree.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { textOf, valueAt, withValue } from "./nodes.js";
import {
  type Form,
  filled,
  nameless,
  placeholder,
  placeholdersIn,
  special,
  unknown,
  type Values,
  withPlaceholders,
} from "./placeholders.js";
import { readsDiffer } from "./reads.js";
import { type Chosen, choose, type Selection, selectionOf } from "./selection.js";

/** What all expansions of a pipeline are given. */
export interface Surroundings {
  /** Names of the project's variables. */
  readonly variables: readonly string[];
  readonly report: Report;
}

/** How the things of a section are written for several at once. */
export interface Plural extends Form {
  readonly section: "sources" | "bronze" | "silver" | "gold" | "sinks";
  /** What a pattern of it is: that of the schema. */
  readonly pattern: RegExp;
  /** The placeholder that a name holds mostly; one of the others tells them apart too, where the names then differ. */
  readonly naming: string;
  /** Properties with a text that is a name, in which a placeholder without `property` stands for nothing. */
  readonly names: readonly { readonly property: string; readonly orVariable: boolean }[];
  /** Ways to what is read, of which one holds a placeholder: all would be the same otherwise. */
  readonly reads: readonly string[];
  /** Those that may be meant; undefined where that cannot be known, which was reported. */
  candidates(
    body: MapNode,
    selection: Selection,
    origin: Origin,
  ): { readonly names: readonly string[]; readonly among: string } | undefined;
  valuesOf(chosen: Chosen): Values;
  /** The thing as it would be written for one alone. */
  single(body: MapNode, chosen: Chosen, values: Values): MapNode;
}

export interface Expanded {
  readonly document: SourceDocument;
  /** Everything became what it stands for. */
  readonly isWhole: boolean;
}

/** The document with what is written for several in a section as that many things. */
export function expandSection(document: SourceDocument, plural: Plural, surroundings: Surroundings): Expanded {
  const { variables, report } = surroundings;
  const section = valueAt(document.root, plural.section);
  if (document.root.kind !== "map" || section?.kind !== "map") return { document, isWhole: true };
  const origin = Origin.root(document).child(plural.section);
  const expanded = section.entries.map(expand);
  const entries = expanded.flatMap(({ made }) => made);
  if (entries.every((entry, at) => entry === section.entries[at])) {
    return { document, isWhole: expanded.every(({ isWhole }) => isWhole) };
  }
  const areUnique = onceEach(entries, origin, report);
  const root = withValue(document.root, plural.section, { ...section, entries: areUnique });
  const isWhole = expanded.every((one) => one.isWhole) && areUnique.length === entries.length;
  return { document: { ...document, root }, isWhole };

  function expand(entry: MapEntry): { readonly made: readonly MapEntry[]; readonly isWhole: boolean } {
    const { key, value: body } = entry;
    const at = origin.child(key);
    if (body.kind !== "map") return { made: [entry], isWhole: placeholdersIn(key).length === 0 };
    const written = valueAt(body, plural.property);
    if (written === undefined) return { made: [entry], isWhole: isAlone(entry, body, at, plural, surroundings) };
    const value = withPlaceholders(body, plural, variables, at, report);
    const broken = { made: [{ ...entry, key: nameFor(key), value }], isWhole: false };
    const selection = selectionOf(written, plural.pattern);
    if (selection === undefined) return broken;
    const isNamed = checkName(key, at, plural, report);
    const candidates = plural.candidates(body, selection, at);
    const below = at.child(plural.property);
    const chosen = candidates && choose(selection, candidates.names, candidates.among, below, report);
    if (chosen === undefined || !isNamed || value !== body) return broken;
    readsDiffer(body, chosen, plural, at, report);
    const made = chosen.map((one) => {
      const values = plural.valuesOf(one);
      return { ...entry, key: filled(key, values), madeFor: one.name, value: plural.single(body, one, values) };
    });
    return { made, isWhole: true };
  }
}

/** Whether what is written for one has no placeholder that would have to become a name. One in a description is told too. */
function isAlone({ key }: MapEntry, body: MapNode, at: Origin, plural: Plural, surroundings: Surroundings): boolean {
  const { variables, report } = surroundings;
  const within = (property: string) => placeholdersIn(textOf(valueAt(body, property)) ?? "");
  // What else a name holds that cannot be in one, the schema says.
  const [inName, inOld] = [placeholdersIn(key).filter((name) => special.includes(name)), within("renamed_from")];
  const inOthers = plural.names.map(({ property }) => within(property));
  // So is nearly everything: words are compared where there is something to tell.
  if ([inName, inOld, within("description"), ...inOthers].every((names) => names.length === 0)) return true;
  const isMisspelt = body.entries.some((one) => one.key !== "table" && closest(one.key, [plural.property]));
  if (isMisspelt) return inName.length + inOld.length === 0;
  const tell = (names: readonly string[], place: Origin, where: string): void => {
    for (const name of names) report.add(expansionDiagnostics.nameOfOne.at(place, nameless(name, where)));
  };
  tell(inName, at.key(), "is in the name");
  tell(inOld, at.child("renamed_from"), "stands here");
  const inText = within("description").filter((name) => special.includes(name) && !variables.includes(name));
  tell(inText, at.child("description"), "stands here");
  const inNames = plural.names.flatMap(({ property, orVariable }) => {
    const strays = within(property).filter(
      (name) => special.includes(name) && !(orVariable && variables.includes(name)),
    );
    tell(strays, at.child(property), "stands here");
    return strays;
  });
  return inName.length + inOld.length + inNames.length === 0;
}

function checkName(key: string, at: Origin, plural: Plural, report: Report): boolean {
  const { naming, placeholders, property } = plural;
  const within = placeholdersIn(key);
  const strays = within.filter((name) => !placeholders.includes(name));
  for (const name of strays)
    report.add(
      special.includes(name)
        ? expansionDiagnostics.nameOfOne.at(at.key(), nameless(name, "is in the name"))
        : expansionDiagnostics.unknownPlaceholder.at(at.key(), unknown(name, plural)),
    );
  const isNamed = within.some((name) => placeholders.includes(name));
  if (!isNamed && strays.length === 0) {
    const details = { name: key, property, suggestion: `${key}_\${${naming}}` };
    report.add(expansionDiagnostics.nameOfAll.at(at.key(), details));
  }
  return isNamed && strays.length === 0;
}

/** A name of which nothing more is to be said: a placeholder in it that is none was reported. */
const nameFor = (key: string): string =>
  key.replaceAll(placeholder, (all, name: string) => (special.includes(name) ? all : name));

/** Those whose names no other has; what is written for itself keeps its name. */
function onceEach(entries: readonly MapEntry[], origin: Origin, report: Report): readonly MapEntry[] {
  const alone = new Set(entries.filter(({ madeFor }) => madeFor === undefined).map(({ key }) => key));
  const first = new Map<string, MapEntry>();
  return entries.filter((entry) => {
    const { key, keyRange, madeFor } = entry;
    if (madeFor === undefined) return true;
    const other = first.get(key);
    if (other === undefined && !alone.has(key)) {
      first.set(key, entry);
      return true;
    }
    const [one, two] = other === undefined ? [madeFor, undefined] : [other.madeFor ?? "", madeFor];
    report.add(expansionDiagnostics.sameName.at(writtenAt(origin, keyRange), { name: key, one, other: two }));
    return false;
  });
}

/** The property of the written section that stands there. */
function writtenAt(origin: Origin, keyRange: MapEntry["keyRange"]): Origin {
  const section = valueAt(origin.document.root, String(origin.path[0]));
  const written = section?.kind === "map" ? section.entries.find((one) => one.keyRange === keyRange) : undefined;
  return written === undefined ? origin : origin.child(written.key).key();
}
