import { printSyntax } from "../expression/print/print-syntax.js";
import type { Facts } from "../lock/identity.js";
import type { HashKeys } from "../model/hash-key.js";
import type { LinkedSink, LinkedTable } from "../model/linked.js";
import type { LinkedMerged } from "../model/linked-landings.js";
import { joinedFact, named, stepFacts } from "./step-facts.js";
import { viewFacts } from "./view-facts.js";

/** All that decides the rows of a table and where they go, as facts spell it: what counts with `strict_checkpoints`. */
export function logicOf(linked: LinkedTable, keys: HashKeys): Facts {
  const all = new Set(linked.columns.map(({ name }) => name));
  return {
    ...viewFacts(linked, all, keys),
    ...stepFacts(linked, all, keys),
    ...joinedFact(linked),
    ...(linked.watermark && { late_rows: linked.table.lateRows.policy }),
  };
}

/** The same of a table that landed rows are merged into. */
export const mergedLogic = ({ columns, where, expectations }: LinkedMerged, keys: HashKeys): Facts => ({
  ...named("columns", columns, keys),
  ...(where && { where: printSyntax(where.syntax) }),
  ...(expectations.length > 0 && {
    expect: Object.fromEntries(
      expectations.map(({ name, expression: { syntax }, otherwise }) => [
        name,
        `${printSyntax(syntax)}, else ${otherwise}`,
      ]),
    ),
  }),
});

/** The same of what a sink sends. */
export const sinkLogic = ({ where, to }: LinkedSink): Facts => ({
  ...(where && { where: printSyntax(where.syntax) }),
  ...(to.kind === "hub" && { columns: to.sent.join(", ") }),
});
