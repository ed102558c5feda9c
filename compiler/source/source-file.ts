import type { MapEntry, MapNode, Node, Path, Range } from "./tree.js";

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

export function positionOf(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  let [first, behind] = [0, starts.length];
  while (behind - first > 1) {
    const middle = (first + behind) >> 1;
    if ((starts[middle] ?? 0) <= offset) first = middle;
    else behind = middle;
  }
  return { line: first + 1, column: offset - (starts[first] ?? 0) + 1 };
}

/** The lines of a file from one to another, both counted from 1 and among them. */
export function linesOf(file: SourceFile, from: number, to: number): readonly string[] {
  const starts = lineStarts(file);
  const lines: string[] = [];
  for (let line = from; line <= Math.min(to, starts.length); line += 1)
    lines.push(file.text.slice(starts[line - 1], (starts[line] ?? file.text.length + 1) - 1));
  return lines;
}

/** Where each line of a file begins: looked for once, however many findings a file has. */
function lineStarts(file: SourceFile): readonly number[] {
  const known = found.get(file);
  if (known !== undefined) return known;
  const starts = [0];
  for (let at = file.text.indexOf("\n"); at !== -1; at = file.text.indexOf("\n", at + 1)) starts.push(at + 1);
  found.set(file, starts);
  return starts;
}

/** Of files that somebody still holds; what is found in one is not changed. */
const found = new WeakMap<SourceFile, readonly number[]>();

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
  if (node.kind === "map") return entryAt(node, String(segment));
  if (node.kind === "sequence") {
    const value = node.items[Number(segment)];
    return value && { value };
  }
  return undefined;
}

/** Mappings of more entries are looked up in by an index, which is made once: each finding in them would go through all of them. */
const few = 32;

function entryAt(map: MapNode, key: string): MapEntry | undefined {
  if (map.entries.length <= few) return map.entries.find((entry) => entry.key === key);
  const known = indexes.get(map);
  if (known !== undefined) return known.get(key);
  const index = new Map([...map.entries].reverse().map((entry) => [entry.key, entry]));
  indexes.set(map, index);
  return index.get(key);
}

/** Of mappings that somebody still holds; entries are not changed. The first of several with one key is the one that counts. */
const indexes = new WeakMap<MapNode, ReadonlyMap<string, MapEntry>>();
