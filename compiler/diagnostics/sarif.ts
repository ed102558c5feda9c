import type { Diagnostic, Related } from "./diagnostic.js";
import { placesOf } from "./json.js";
import type { Rule } from "./rule.js";

export interface SarifOptions {
  /** Everything that could have been reported. */
  readonly rules: readonly Rule[];
  readonly version: string;
  /** Where the project's folder is from the repository's root, with a final `/`. */
  readonly folder?: string;
}

/** The findings as SARIF 2.1.0, which code hosts and editors show beside the lines. */
export function sarif(diagnostics: readonly Diagnostic[], { rules, version, folder = "" }: SarifOptions): string {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "sluice", semanticVersion: version, rules: sorted.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, sorted, folder)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ code, severity, explanation }: Rule) {
  const [sentence = explanation] = explanation.trim().split(/(?<=\.)\s/);
  return {
    id: code,
    shortDescription: { text: sentence },
    fullDescription: { text: explanation.trim() },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(diagnostic: Diagnostic, rules: readonly Rule[], folder: string) {
  const ruleIndex = rules.findIndex(({ code }) => code === diagnostic.code);
  const { origin, related, fix } = diagnostic;
  return {
    ruleId: diagnostic.code,
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: diagnostic.severity,
    message: { text: diagnostic.message },
    locations: [{ ...locationOf(origin, folder), logicalLocations: [{ fullyQualifiedName: origin.dotted }] }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: other.message },
            ...locationOf(other.origin, folder),
          })),
        }),
    ...(fix === undefined ? {} : { fixes: [fixOf(origin, fix, folder)] }),
  };
}

function locationOf(origin: Related["origin"], folder: string) {
  return { physicalLocation: { artifactLocation: artifactOf(origin, folder), region: regionOf(origin) } };
}

function fixOf(origin: Related["origin"], text: string, folder: string) {
  const replacements = [{ deletedRegion: regionOf(origin), insertedContent: { text } }];
  return {
    description: { text: `Replace with '${text}'.` },
    artifactChanges: [{ artifactLocation: artifactOf(origin, folder), replacements }],
  };
}

const artifactOf = ({ file }: Related["origin"], folder: string) => ({
  uri: `${folder}${file.path}`.split("/").map(encodeURIComponent).join("/"),
});

function regionOf(origin: Related["origin"]) {
  const { start, end } = placesOf(origin);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
