import { nodeAt, type Position, placeOf, positionOf, type SourceDocument, type SourceFile } from "./source-file.js";
import { spanInSource } from "./span-in-source.js";
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
    return placeOf(this.document, this.path, this.part).file;
  }

  /** What `tables` or `for_each` made the thing here for; undefined of what is written for itself. */
  get madeFor(): string | undefined {
    return placeOf(this.document, this.path, this.part).madeFor;
  }

  child(...segments: Path): Origin {
    return new Origin(this.document, this.path.concat(segments), "value", undefined);
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
    const { range } = placeOf(this.document, this.path, this.part);
    if (this.span === undefined) return range;
    const node = nodeAt(this.document.root, this.path);
    if (node?.kind !== "scalar" || node.made) return range;
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
    return positionOf(this.file, this.range.start);
  }

  /** `sources.readings.columns`, `jobs[0].name`. */
  get dotted(): string {
    return this.path.map((s, i) => (typeof s === "number" ? `[${s}]` : i === 0 ? s : `.${s}`)).join("");
  }
}
