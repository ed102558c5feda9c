import type { SourceDocument } from "../source/source-file.js";

/**
 * A document in which misspelt properties have the names that were meant (`names`: meant by written), so that what stands
 * below them is read all the same. Those that the document has already, and the second that would become one, stay as they are.
 */
export function asMeant(document: SourceDocument, names: ReadonlyMap<string, string>): SourceDocument {
  const { root } = document;
  if (root.kind !== "map") return document;
  const taken = new Set(root.entries.map(({ key }) => key));
  const entries = root.entries.map((entry) => {
    const meant = names.get(entry.key);
    if (meant === undefined || taken.has(meant)) return entry;
    taken.add(meant);
    return { ...entry, key: meant };
  });
  return entries.some((entry, at) => entry !== root.entries[at])
    ? { ...document, root: { ...root, entries } }
    : document;
}
