import type { SourceDocument } from "../../source/source-file.js";
import type { Expanded } from "./section.js";
import { expandSection } from "./section.js";
import { type Databases, expandSources } from "./sources.js";
import { type Layer, tablesOfLayer } from "./tables.js";

/**
 * A pipeline's document as if each thing in it were written for itself: sources of `tables`, tables with `for_each`. It is the
 * tree that changes, not the text: each value keeps the place where it is written. The same document if there is none of it.
 */
export function expand(document: SourceDocument, databases: Databases): Expanded {
  let expanded = expandSources(document, databases);
  const broken = new Set(expanded.isWhole ? [] : ["sources"]);
  for (const layer of ["bronze", "silver", "gold"] as const satisfies readonly Layer[]) {
    const plural = tablesOfLayer(layer, expanded.document, broken, databases.report);
    const next = expandSection(expanded.document, plural, databases);
    if (!next.isWhole) broken.add(layer);
    expanded = { document: next.document, isWhole: expanded.isWhole && next.isWhole };
  }
  return expanded;
}
