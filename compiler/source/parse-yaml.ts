import { readCompletely } from "./complete-yaml.js";
import { readQuickly } from "./quick-yaml.js";
import type { SourceDocument, SourceFile } from "./source-file.js";
import type { Range } from "./tree.js";

/** What is wrong with a file as YAML. Turned into diagnostics by the validator: this part does not know reports. */
export interface YamlProblem {
  readonly kind:
    | "syntax"
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
  /** Documents that are not empty; a file with a syntax error has none. */
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly YamlProblem[];
}

/** Reads all documents of one file. Never throws: what cannot be read is a problem with a place. */
export function parseYaml(path: string, text: string): ParsedFile {
  const file: SourceFile = { path, text };
  const documents = readQuickly(file);
  return documents === undefined ? readCompletely(file) : { file, documents, problems: [] };
}
