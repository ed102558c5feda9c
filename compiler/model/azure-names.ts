import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Text } from "./parts.js";
import type { Variables } from "./variables.js";

/**
 * What Azure lets names be made of, where it is less than what a variable of type `name` may hold.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
const rules = {
  "storage account": {
    pattern: /^[a-z0-9]{3,24}$/,
    words: "the name of a storage account: 3 to 24 small letters and digits",
  },
  "storage container": {
    pattern: /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
    words: "the name of a container: 3 to 63 small letters, digits and single '-' between them",
  },
  "cosmos account": {
    pattern: /^[a-z0-9][a-z0-9-]{2,43}$/,
    words: "the name of a Cosmos DB account: 3 to 44 small letters, digits and '-'",
  },
} as const;

/**
 * Fills in the name of a resource. One that Azure would not take, itself or by a value of an environment there, is reported and
 * used all the same: nothing follows from it.
 */
export function azureName(
  kind: keyof typeof rules,
  written: string,
  origin: Origin,
  { fill, environments }: Variables,
  report: Report,
): Text | undefined {
  const text = fill(written, origin);
  const { pattern, words: rule } = rules[kind];
  if (text === undefined) return undefined;
  if (!written.includes("$")) {
    if (!pattern.test(written)) report.add(modelDiagnostics.wrongAzureName.at(origin, { name: written, rule }));
    return text;
  }
  for (const environment of environments.filter(({ kind }) => kind === "azure")) {
    const value = text.values.get(environment.name);
    if (value === undefined || pattern.test(value)) continue; // where it has none that is said elsewhere
    report.add(
      modelDiagnostics.valueOutOfPlace.at(origin, { text: written, value, environment: environment.name, rule }),
    );
    break;
  }
  return text;
}
