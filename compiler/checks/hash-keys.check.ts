import { closest } from "../diagnostics/suggest.js";
import { keyedCalls, keyOf } from "../expression/keyed.js";
import type { LinkedProject, NamedExpression } from "../model/linked.js";
import { isSound } from "../model/poisoned.js";
import { sensitiveDiagnostics } from "../model/sensitive-diagnostics.js";
import type { Check } from "./check.js";
import { tablesOf } from "./tables-of.js";

/** Every key that something is hashed by is declared, and something is hashed by every key. */
export const hashKeys: Check = (project, report) => {
  const { hashKeys: keys } = project.project;
  const used = new Set<string>();
  for (const { expression } of columnsOf(project))
    for (const call of keyedCalls(expression.node)) {
      const key = keyOf(call) ?? "";
      used.add(key);
      if (!keys.has(key))
        report.add(
          sensitiveDiagnostics.unknownHashKey.at(expression.origin, { key, suggestion: closest(key, keys.keys()) }),
        );
    }
  if (report.hasErrors) return; // what a table with an error should have hashed by is not known
  for (const key of [...keys.values()].filter(isSound))
    if (!used.has(key.name)) report.add(sensitiveDiagnostics.unusedHashKey.at(key.origin.key(), { key: key.name }));
};

/** Of all that has columns in which `keyed_hash` may stand; views are refused it, and still they name a key. */
const columnsOf = (project: LinkedProject): readonly NamedExpression[] => [
  ...tablesOf(project).flatMap(({ columns }) => columns),
  ...project.pipelines.flatMap(({ flow, warehouse }) => [
    ...flow.merged.flatMap(({ columns }) => columns),
    ...(warehouse?.exposures.flatMap(({ columns }) => columns) ?? []),
  ]),
];
