import type { Report } from "../diagnostics/report.js";
import { equalities, matchesOne } from "../expression/equalities.js";
import type { LinkedJoin, LinkedTable } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/**
 * A join compares for equality. One that looks rows up makes no row into several, and forgets no row that repeats are
 * compared with.
 */
export const joins: Check = (project, report) => {
  for (const linked of tablesOf(project)) {
    for (const join of linked.joins) {
      if (equalities(join.on).length === 0)
        report.add(checkDiagnostics.joinWithoutEquality.at(join.origin.child("on"), { join: join.name }));
      else if (join.within === undefined) keepsRows(join, report);
      if (join.within === undefined && !isReplaced(linked)) remembers(linked, join, report); // it may have no 'deduplicate'
    }
  }
};

function keepsRows({ name, origin, how, on, table }: LinkedJoin, report: Report): void {
  const { key } = table;
  if (how === "semi" || (key !== undefined && matchesOne(on, key))) return;
  report.add(checkDiagnostics.joinMultiplies.at(origin.child("on"), { join: name, table: referenceOf(table), key }));
}

function remembers({ deduplicate }: LinkedTable, { name, how, origin }: LinkedJoin, report: Report): void {
  if (deduplicate === undefined || how === "left") return;
  report.add(
    checkDiagnostics.joinBesideDeduplicate.at(
      origin.child("how"),
      { join: name },
      { related: [{ message: "Repeats are removed here.", origin: deduplicate.origin.key() }] },
    ),
  );
}
