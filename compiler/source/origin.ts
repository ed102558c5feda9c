import { nodeAt, type Position, positionOf, rangeOf, type SourceDocument, type SourceFile } from "./source-file.js";
import type { Path, Range } from "./tree.js";

/**
 * Where in the YAML a thing came from. Cheap to carry: the characters are looked up only when a message is printed.
 * What a default or a derivation made has the origin of what caused it.
 */
export class Origin {
  private constructor(
    readonly document: SourceDocument,
    readonly path: Path,
    private readonly part: "key" | "value",
    private readonly span: Range | undefined,
  ) {}

  static root(document: SourceDocument): Origin {
    return new Origin(document, [], "value", undefined);
  }

  get file(): SourceFile {
    return this.document.file;
  }

  child(...segments: Path): Origin {
    return new Origin(this.document, [...this.path, ...segments], "value", undefined);
  }

  /** The property name rather than its value: what a message about a misspelt property points at. */
  key(): Origin {
    return new Origin(this.document, this.path, "key", undefined);
  }

  /** A part of the scalar here, in characters of its *value* (quotes, escapes and folding are seen through). */
  within(span: Range): Origin {
    return new Origin(this.document, this.path, "value", span);
  }

  /** The characters in the file. */
  get range(): Range {
    const range = rangeOf(this.document.root, this.path, this.part);
    if (this.span === undefined) return range;
    const node = nodeAt(this.document.root, this.path);
    if (node?.kind !== "scalar") return range;
    return spanInSource(this.file.text, range, node.written ?? String(node.value), this.span);
  }

  /** The characters of the number or truth value here: a double does not hold every number. Undefined of anything else. */
  get written(): string | undefined {
    const node = nodeAt(this.document.root, this.path);
    return node?.kind === "scalar" ? node.written : undefined;
  }

  /** The YAML has a value here; false for what a default filled in. */
  get isWritten(): boolean {
    return nodeAt(this.document.root, this.path) !== undefined;
  }

  get start(): Position {
    return positionOf(this.file.text, this.range.start);
  }

  /** `sources.readings.columns`, `jobs[0].name`. */
  get dotted(): string {
    return this.path.map((s, i) => (typeof s === "number" ? `[${s}]` : i === 0 ? s : `.${s}`)).join("");
  }
}

/**
 * Where a span of a scalar's value stands in its source text. Both are walked side by side; what only the source has
 * (quotes, indentation, escapes, fold breaks) is stepped over.
 */
function spanInSource(text: string, scalar: Range, value: string, span: Range): Range {
  const places: number[] = [];
  let at = scalar.start;
  for (const character of value) {
    const found = /\s/.test(character) ? at : text.indexOf(character, at);
    if (found === -1 || found >= scalar.end) return scalar;
    for (let unit = 0; unit < character.length; unit += 1) places.push(found + unit);
    at = /\s/.test(character) && !/\s/.test(text[found] ?? "") ? found : found + character.length;
  }
  const start = places[span.start] ?? at;
  const last = places[span.end - 1];
  return { start, end: Math.max(start + (span.end > span.start ? 1 : 0), last === undefined ? at : last + 1) };
}
