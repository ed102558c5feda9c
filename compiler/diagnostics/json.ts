import { type Position, positionOf } from "../source/source-file.js";
import type { Diagnostic, Related } from "./diagnostic.js";

/**
 * The findings as one JSON document for programs. Files are relative to the project's folder; lines and columns count from 1
 * (columns in UTF-16 units), `end` is the first place after; a `fix` replaces what stands in `range`. `more`: what a command has to
 * say beside them.
 */
export function diagnosticsJson(diagnostics: readonly Diagnostic[], more: object = {}): string {
  const count = (severity: Diagnostic["severity"]) => diagnostics.filter((one) => one.severity === severity).length;
  const document = {
    version: 1,
    errors: count("error"),
    warnings: count("warning"),
    diagnostics: diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: diagnostic.message,
      ...location(diagnostic),
      related: diagnostic.related.map((other) => ({ message: other.message, ...location(other) })),
      ...(diagnostic.fix === undefined ? {} : { fix: diagnostic.fix }),
    })),
    ...more,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function location({ origin }: Pick<Related, "origin">) {
  return { file: origin.file.path, path: origin.path, range: placesOf(origin) };
}

/** Where an origin's characters start and end, as people count. */
export function placesOf({ file, range }: Related["origin"]): { readonly start: Position; readonly end: Position } {
  return { start: positionOf(file, range.start), end: positionOf(file, range.end) };
}
