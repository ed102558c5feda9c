import type { Rule } from "./call.js";
import { collectionFunctions } from "./collection.js";
import { conversionFunctions } from "./conversion.js";
import { dateFunctions } from "./date.js";
import { logicalFunctions } from "./logical.js";
import { mathFunctions } from "./math.js";
import { rootFunctions } from "./roots.js";
import { stringFunctions } from "./string.js";

const byName: Readonly<Record<string, Rule>> = {
  ...stringFunctions,
  ...collectionFunctions,
  ...logicalFunctions,
  ...conversionFunctions,
  ...mathFunctions,
  ...dateFunctions,
  ...rootFunctions,
};

/** Functions of the service that are not evaluated here, with the reason. */
export const unsupported: Readonly<Record<string, string>> = {
  xml: "XML is not evaluated on this machine",
  xpath: "XPath is not evaluated on this machine",
};

/** As the service's pages spell them. */
export const functionNames: readonly string[] = [...Object.keys(byName), ...Object.keys(unsupported)];

const folded = new Map(Object.entries(byName).map(([name, rule]) => [name.toLowerCase(), { name, rule }]));

/** The function of that name, in whatever case it is written. */
export const functionOf = (name: string): { readonly name: string; readonly rule: Rule } | undefined =>
  folded.get(name.toLowerCase());
