import type { Report } from "../diagnostics/report.js";
import { isColumn } from "../model/link-parts.js";
import type { LinkedExposure, LinkedLookup, LinkedProject } from "../model/linked.js";
import type { Declassification } from "../model/sensitive.js";
import { sensitiveDiagnostics } from "../model/sensitive-diagnostics.js";
import { type Sensitivity, sensitivityOf } from "../model/sensitivity.js";
import type { Marks } from "../model/sensitivity-mark.js";
import type { Check } from "./check.js";
import { checkSetAside, checkSink, checkView } from "./sensitive-places.js";
import { checkPrincipals } from "./sensitive-principals.js";
import { checkRecorded } from "./sensitive-records.js";
import { checkSources } from "./sensitive-sources.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** What is sensitive gets only where it is said that it may. */
export const sensitive: Check = (project, report) => {
  const sensitivity = sensitivityOf(project.project.hashKeys);
  for (const table of lookupsOf(project)) {
    checkWords(table, sensitivity, report);
    checkSetAside(table, sensitivity, report);
  }
  for (const { sinks, warehouse } of project.pipelines) {
    for (const sink of sinks) checkSink(sink, sensitivity, report);
    for (const exposure of warehouse?.exposures ?? []) {
      checkExposed(exposure, sensitivity, report);
      checkView(exposure, sensitivity, report);
    }
  }
  checkSources(project, report);
  checkRecorded(project, sensitivity, report);
  checkPrincipals(project, sensitivity, report);
};

const lookupsOf = (project: LinkedProject): readonly LinkedLookup[] => [
  ...project.pipelines.flatMap(({ flow }) => flow.merged),
  ...tablesOf(project),
];

/** What a table says of its columns is of columns that it has. */
function checkWords(linked: LinkedLookup, sensitivity: Sensitivity, report: Report): void {
  const { table, output } = linked;
  for (const { column } of table.sensitive) isColumn(column, `'${referenceOf(linked)}'`, output, report);
  declassified(table.declassify, { of: referenceOf(linked), output, marks: sensitivity.brought(linked) }, report);
}

function checkExposed(linked: LinkedExposure, sensitivity: Sensitivity, report: Report): void {
  const { exposure, columns } = linked;
  const of = `warehouse.${exposure.name}`;
  declassified(exposure.declassify, { of, output: columns, marks: sensitivity.seen(linked) }, report);
}

interface Whole {
  readonly of: string;
  readonly output: readonly { readonly name: string }[];
  readonly marks: Marks;
}

/** What is declassified is there, and has something sensitive. */
function declassified(list: readonly Declassification[], { of, output, marks }: Whole, report: Report): void {
  for (const { column } of list)
    if (isColumn(column, `'${of}'`, output, report) && !marks.has(column.name))
      report.add(sensitiveDiagnostics.nothingToDeclassify.at(column.origin, { column: column.name, of }));
}
