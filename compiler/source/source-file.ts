import type { MapEntry, Node, Path, Range } from "./tree.js";

/** One YAML file: its text and the trees of its documents (several are parted by `---`). */
export interface SourceFile {
  /** Relative to the project's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** One document of a file: what an origin's path starts from. */
export interface SourceDocument {
  readonly file: SourceFile;
  readonly root: Node;
}

/** A place as people count it: lines and columns from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionOf(text: string, offset: number): Position {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}

/** Where a value (or its key) stands: that of its nearest existing ancestor if there is none. */
export interface Place {
  readonly file: SourceFile;
  readonly range: Range;
  /** What `tables` or `for_each` made it for, if it is not there by itself. */
  readonly madeFor: string | undefined;
}

export function placeOf({ file: own, root }: SourceDocument, path: Path, part: "key" | "value"): Place {
  let [node, file] = [root, own];
  let key: Range | undefined;
  let madeFor: string | undefined;
  for (const segment of path) {
    const next = childOf(node, segment);
    if (next === undefined) break;
    node = next.value;
    key = next.keyRange;
    file = next.file ?? file;
    madeFor = next.madeFor ?? madeFor;
  }
  return { file, range: part === "key" ? (key ?? node.range) : node.range, madeFor };
}

/** The value at `path`, if the document has one there. */
export function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const segment of path) node = node && childOf(node, segment)?.value;
  return node;
}

function childOf(
  node: Node,
  segment: string | number,
): (Pick<MapEntry, "value" | "file" | "madeFor"> & { keyRange?: Range }) | undefined {
  if (node.kind === "map") return node.entries.find((entry) => entry.key === String(segment));
  if (node.kind === "sequence") {
    const value = node.items[Number(segment)];
    return value && { value };
  }
  return undefined;
}
