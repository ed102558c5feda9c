import type { Facts } from "../lock/identity.js";
import type { LinkedTable } from "../model/linked.js";
import { isView, storedInputs, viewsOf } from "../model/views.js";
import { pathOf } from "./lower-tables.js";
import { deciding, explodeFact, stepFacts } from "./step-facts.js";

/**
 * The steps of the views that a table reads, each view's under its name. `decided`: the columns that decide in the table;
 * undefined where none does, because it has no state.
 */
export function viewFacts(linked: LinkedTable, decided: ReadonlySet<string> | undefined): Facts {
  const above = decided && columnsBelow(linked, decided);
  return joined(
    linked.inputs.filter(isView).map((view) => {
      const own = above && new Set([...above, ...deciding(view)]);
      const facts = { ...explodeFact(view.explode), ...(own && stepFacts(view, own)) };
      return { ...prefixed(view, facts), ...viewFacts(view, own) };
    }),
  );
}

/** Spark keeps positions by the order of a query's inputs, which is that of their names: so where views have part in it, those are facts. */
export function inputOrder(linked: LinkedTable): Facts {
  const views = viewsOf(linked);
  if (views.length === 0 || storedInputs(linked).length === 1) return {};
  return { ...fromFact(linked), ...joined(views.map((view) => prefixed(view, fromFact(view)))) };
}

const fromFact = ({ inputs }: LinkedTable): Facts => ({
  from: inputs
    .map(({ table }) => pathOf(table))
    .sort()
    .join(", "),
});

const joined = (all: readonly Facts[]): Facts => Object.assign({}, ...all);

const prefixed = ({ table }: LinkedTable, facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([clause, fact]) => [`${table.layer}.${table.name}.${clause}`, fact]));

/** The columns of the inputs that the table's deciding ones are made of, and its array. */
function columnsBelow({ explode, columns }: LinkedTable, decided: ReadonlySet<string>): ReadonlySet<string> {
  const made = columns.filter(({ name }) => decided.has(name));
  const read = [...(explode ? [explode] : []), ...made].flatMap(({ expression }) => expression.references);
  return new Set(read.map(({ path: [first] }) => first));
}
