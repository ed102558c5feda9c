import type { Facts } from "../lock/identity.js";
import type { LinkedTable } from "../model/linked.js";
import { isView } from "../model/views.js";
import { inOrder, pathOf } from "./lower-tables.js";
import { deciding, explodeFact, stepFacts } from "./step-facts.js";

/**
 * The steps of the views that a table reads, under the tables of the lake that each comes to: its name decides nothing.
 * `decided`: the columns that decide in the table; undefined where none does, because it has no state.
 */
export const viewFacts = (linked: LinkedTable, decided: ReadonlySet<string> | undefined): Facts =>
  Object.fromEntries(
    stepsBelow(linked, decided).flatMap(({ name, facts }) =>
      Object.entries(facts).map(([clause, fact]) => [`${name}.${clause}`, fact]),
    ),
  );

/** What a view has part in the facts with. */
interface Step {
  /** `silver/lines, silver/sold` */
  readonly places: string;
  /** `view of silver/lines`; of several over the same tables, from below, also `view 2 of silver/lines`. */
  readonly name: string;
  readonly facts: Facts;
}

/** Each after those below it. */
function stepsBelow(linked: LinkedTable, decided: ReadonlySet<string> | undefined): readonly Step[] {
  const above = decided && columnsBelow(linked, decided);
  return linked.inputs.filter(isView).flatMap((view) => {
    const own = above && new Set([...above, ...deciding(view)]);
    const below = stepsBelow(view, own);
    const facts = { ...explodeFact(view.explode), ...(own && stepFacts(view, own)) };
    if (Object.keys(facts).length === 0) return below;
    const places = placesRead(view).join(", ");
    const at = below.filter((step) => step.places === places).length + 1;
    return [...below, { places, name: `view ${at === 1 ? "" : `${at} `}of ${places}`, facts }];
  });
}

/** Spark keeps positions by the order in which a query reads: a fact where a union within a view makes it another than that of their names. */
export function inputOrder(linked: LinkedTable): Facts {
  const places = placesRead(linked);
  const from = places.join(", ");
  return from === [...places].sort().join(", ") ? {} : { from };
}

/** Where the tables of the lake stand that a query reads, in its order. */
const placesRead = ({ inputs }: LinkedTable): readonly string[] =>
  inOrder(inputs).flatMap((input) => (isView(input) ? placesRead(input) : [pathOf(input.table)]));

/** The columns of the inputs that the table's deciding ones are made of, and its array. */
function columnsBelow({ explode, columns }: LinkedTable, decided: ReadonlySet<string>): ReadonlySet<string> {
  const made = columns.filter(({ name }) => decided.has(name));
  const read = [...(explode ? [explode] : []), ...made].flatMap(({ expression }) => expression.references);
  return new Set(read.map(({ path: [first] }) => first));
}
