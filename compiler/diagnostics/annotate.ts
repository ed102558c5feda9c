import type { SourceFile } from "../source/source-file.js";
import type { Diagnostic } from "./diagnostic.js";

/** The YAML with each message as a comment under the line that it is about: still YAML, and the whole story in one file. */
export function annotate(file: SourceFile, diagnostics: readonly Diagnostic[]): string {
  const placed = diagnostics
    .filter(({ origin }) => origin.file.path === file.path)
    .map((diagnostic) => ({ diagnostic, line: diagnostic.origin.start.line }));
  const noted = file.text
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line, index) => [
      line,
      ...placed.filter((one) => one.line === index + 1).map(({ diagnostic }) => comment(diagnostic, line)),
    ]);
  return `${noted.join("\n")}\n`;
}

function comment({ origin, severity, code, message, related }: Diagnostic, line: string): string {
  const { start, end } = origin.range;
  const before = origin.start.column - 1;
  const width = Math.max(1, Math.min(end - start, line.length - before));
  // The sign of the comment takes the place of the first column, whether that is a blank or marked.
  const marked = `#${`${" ".repeat(before)}${"^".repeat(width)}`.slice(1)}`;
  const others = related.map((other) => ` [${other.origin.file.path}:${other.origin.start.line}: ${other.message}]`);
  return `${marked} ${severity} ${code}: ${message}${others.join("")}`.replaceAll("\n", " ");
}
