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
    isHost: true,
  },
  "storage container": {
    pattern: /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
    words: "the name of a container: 3 to 63 small letters, digits and single '-' between them",
    isHost: false,
  },
  "cosmos account": {
    pattern: /^[a-z0-9][a-z0-9-]{2,43}$/,
    words: "the name of a Cosmos DB account: 3 to 44 small letters, digits and '-'",
    isHost: true,
  },
  "event hubs namespace": {
    pattern: /^[A-Za-z]([A-Za-z0-9-]{0,48}[A-Za-z0-9])?$/,
    words: "the name of an Event Hubs namespace: at most 50 letters, digits and '-', beginning with a letter",
    isHost: false,
  },
  "key vault": {
    pattern: /^(?=.{3,24}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
    words: "the name of a Key Vault: 3 to 24 letters, digits and single '-' between them, beginning with a letter",
    isHost: false,
  },
  "synapse workspace": {
    pattern: /^(?=.{1,50}$)(?!.*-ondemand)[a-z0-9]+(-+[a-z0-9]+)*$/,
    words:
      "the name of a Synapse workspace: at most 50 small letters, digits and '-', neither first nor last, without '-ondemand'",
    isHost: true,
  },
  // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftsynapse
  "dedicated sql pool": {
    pattern: /^(?=.{1,60}$)(?!(?:master|model|msdb|tempdb)$)[^<>*%&:\\/?@\-\p{Cc}]*[^<>*%&:\\/?@\-\p{Cc}. ]$/iu,
    words:
      "the name of a dedicated SQL pool: at most 60 characters, none of <>*%&:\\/?@-, no name of a system database",
    isHost: false,
  },
} as const;

/**
 * Fills in the name of a resource. One that Azure would not take, itself or by a value of an environment there, is reported and
 * used all the same: nothing follows from it. The name of a host is found with capitals too.
 */
export function azureName(
  kind: keyof typeof rules,
  written: string,
  origin: Origin,
  { fill, environments }: Variables,
  report: Report,
): Text | undefined {
  const text = fill(written, origin);
  const { pattern, words: rule, isHost } = rules[kind];
  if (text === undefined) return undefined;
  const values = written.includes("$") ? valuesOf(text, environments) : [{ value: written, environment: undefined }];
  const wrong = values.find(({ value }) => !pattern.test(isHost ? value.toLowerCase() : value));
  const capitals = values.find(({ value }) => !pattern.test(value));
  if (wrong?.environment !== undefined) {
    const { value, environment } = wrong;
    report.add(modelDiagnostics.valueOutOfPlace.at(origin, { text: written, value, environment, rule }));
  } else if (wrong) report.add(modelDiagnostics.wrongAzureName.at(origin, { name: wrong.value, rule }));
  else if (capitals) report.add(modelDiagnostics.capitalsInHost.at(origin, { name: capitals.value }));
  return text;
}

/** The values in Azure; where there is none that is said elsewhere. */
const valuesOf = ({ values }: Text, environments: Variables["environments"]) =>
  environments.flatMap(({ kind, name }) => {
    const value = values.get(name);
    return kind !== "azure" || value === undefined ? [] : [{ value, environment: name }];
  });
