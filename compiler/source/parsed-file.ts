import type { SourceDocument, SourceFile } from "./source-file.js";
import type { Range } from "./tree.js";

/** What is wrong with a file as YAML. Turned into diagnostics by the validator: this part does not know reports. */
export interface YamlProblem {
  readonly kind:
    | "not-utf-8"
    | "syntax"
    | "too-deep"
    | "control-character"
    | "cut-value"
    | "duplicate-key"
    | "merge-key"
    | "unknown-alias"
    | "too-many-aliases"
    | "key-not-text";
  readonly range: Range;
  /** The parser's own words, or the value, key or alias that it is about. */
  readonly detail: string;
}

export interface ParsedFile {
  readonly file: SourceFile;
  /** Documents that are not empty; a file that is no YAML has none. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly YamlProblem[];
}
