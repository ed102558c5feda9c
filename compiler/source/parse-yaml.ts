import { encodingProblem } from "./characters.js";
import { readCompletely } from "./complete-yaml.js";
import type { ParsedFile } from "./parsed-file.js";
import { readQuickly } from "./quick-yaml.js";
import type { SourceFile } from "./source-file.js";

/** Reads all documents of one file. Never throws: what cannot be read is a problem with a place. */
export function parseYaml(path: string, text: string): ParsedFile {
  const file: SourceFile = { path, text };
  const problem = encodingProblem(text);
  if (problem !== undefined) return { file, documents: [], problems: [problem] };
  const documents = readQuickly(file);
  return documents === undefined ? readCompletely(file) : { file, documents, problems: [] };
}
