import type { SourceDocument } from "../../source/source-file.js";
import { textOf, valueAt } from "./nodes.js";

/** A pipeline's document as far as it is expanded. */
export interface Expanding {
  /** Undefined where it has none, which the schema says. */
  readonly name: string | undefined;
  readonly document: SourceDocument;
  /** Sections of which not all names are known. */
  readonly broken: ReadonlySet<string>;
}

/** A section that a pattern of `for_each` goes over. */
export interface Section {
  /** Undefined of the own pipeline. */
  readonly pipeline: string | undefined;
  readonly layer: string;
  /** As it is written: `silver`, `shop/silver`. */
  readonly reference: string;
}

/** What can be known of the pipelines from one of them. */
export interface Pipelines {
  /** What the own one is called. */
  readonly own: string | undefined;
  /** Those that there are. "unknown": a file could not be read, which was reported. */
  readonly names: readonly string[] | "unknown";
  /** What a section has, by references; "unknown" where not all is known, which was reported. */
  namesIn(section: Section): readonly string[] | "unknown";
}

export function sectionOf(pattern: string, own: string | undefined): Section {
  const reference = pattern.slice(0, pattern.indexOf("."));
  const slash = reference.indexOf("/");
  const pipeline = slash < 0 ? undefined : reference.slice(0, slash);
  return { pipeline: pipeline === own ? undefined : pipeline, layer: reference.slice(slash + 1), reference };
}

/** What is known of all pipelines from each of them. `areWhole`: all that is written could be read. */
export function pipelinesFrom(all: readonly Expanding[], areWhole: boolean): (at: number) => Pipelines {
  const names = areWhole ? all.flatMap(({ name }) => name ?? []) : "unknown";
  return (at) => ({
    own: all[at]?.name,
    names,
    namesIn: ({ pipeline, layer, reference }) => {
      const found = pipeline === undefined ? all[at] : all.find(({ name }) => name === pipeline);
      if (found === undefined || found.broken.has(layer)) return "unknown";
      const things = valueAt(found.document.root, layer);
      return things?.kind === "map" ? things.entries.map(({ key }) => `${reference}.${key}`) : [];
    },
  });
}

export const pipelineOf = (document: SourceDocument): Expanding => ({
  name: textOf(valueAt(document.root, "pipeline")),
  document,
  broken: new Set(),
});
