import type { Facts } from "../lock/identity.js";
import type { HashKeys } from "../model/hash-key.js";
import type { LinkedTable } from "../model/linked.js";
import { isView, viewsOf } from "../model/views.js";
import type { Origin } from "../source/origin.js";
import { inOrder, pathOf } from "./lower-tables.js";
import { deciding, explodeFact, stepFacts } from "./step-facts.js";

/**
 * The steps of the views that a table reads, under the tables of the lake that each comes to: its name decides nothing.
 * `decided`: the columns that decide in the table; undefined where none does, because it has no state.
 */
export const viewFacts = (linked: LinkedTable, decided: ReadonlySet<string> | undefined, keys: HashKeys): Facts =>
  Object.fromEntries(
    stepsBelow(linked, decided, keys).flatMap(({ name, facts }) =>
      Object.entries(facts).map(([clause, fact]) => [`${name}.${clause}`, fact]),
    ),
  );

/** Where the views are written, by what their facts' clauses begin with. */
export const viewOrigins = (
  linked: LinkedTable,
  decided: ReadonlySet<string> | undefined,
  keys: HashKeys,
): ReadonlyMap<string, Origin> =>
  new Map(stepsBelow(linked, decided, keys).map(({ name, view }) => [name, view.table.origin]));

/** What a view has part in the facts with. */
interface Step {
  /** `view of silver/lines`; of several over the same tables, from below, also `view 2 of silver/lines`. */
  readonly name: string;
  readonly view: LinkedTable;
  readonly facts: Facts;
}

/** Each after those below it. */
function stepsBelow(linked: LinkedTable, decided: ReadonlySet<string> | undefined, keys: HashKeys): readonly Step[] {
  const steps: Step[] = [];
  const placesOf = new Map<LinkedTable, readonly string[]>();
  const told = new Map<string, number>();
  for (const { view, own } of decidedBelow(linked, decided).reverse()) {
    const read = placesRead(view, placesOf);
    placesOf.set(view, read);
    const facts = { ...explodeFact(view.explode), ...(own && stepFacts(view, own, keys)) };
    if (Object.keys(facts).length === 0) continue;
    const places = read.join(", ");
    const at = (told.get(places) ?? 0) + 1;
    told.set(places, at);
    steps.push({ name: `view ${at === 1 ? "" : `${at} `}of ${places}`, view, facts });
  }
  return steps;
}

/** The views of a query, each before those below it, with the columns that decide what is kept of its rows. */
function decidedBelow(linked: LinkedTable, decided: ReadonlySet<string> | undefined) {
  const found: { readonly view: LinkedTable; readonly own: ReadonlySet<string> | undefined }[] = [];
  const next = [{ view: linked, own: decided }]; // a list instead of the call stack: a chain may be as long as it likes
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at.view !== linked) found.push(at);
    const above = at.own && columnsBelow(at.view, at.own);
    for (const view of at.view.inputs.filter(isView))
      next.push({ view, own: above && new Set([...above, ...deciding(view)]) });
  }
  return found;
}

/** Spark keeps positions by the order in which a query reads: a fact where a union within a view makes it another than that of their names. */
export function inputOrder(linked: LinkedTable): Facts {
  const placesOf = new Map<LinkedTable, readonly string[]>();
  for (const view of viewsOf(linked)) placesOf.set(view, placesRead(view, placesOf));
  const places = placesRead(linked, placesOf);
  const from = places.join(", ");
  return from === [...places].sort().join(", ") ? {} : { from };
}

/** Where the tables of the lake stand that a query reads, in its order. `ofViews`: the same of the views that it reads. */
const placesRead = ({ inputs }: LinkedTable, ofViews: ReadonlyMap<LinkedTable, readonly string[]>): readonly string[] =>
  inOrder(inputs).flatMap((input) => (isView(input) ? (ofViews.get(input) ?? []) : [pathOf(input.table)]));

/** The columns of the inputs that the table's deciding ones are made of, and its array. */
function columnsBelow({ explode, columns }: LinkedTable, decided: ReadonlySet<string>): ReadonlySet<string> {
  const made = columns.filter(({ name }) => decided.has(name));
  const read = [...(explode ? [explode] : []), ...made].flatMap(({ expression }) => expression.references);
  return new Set(read.map(({ path: [first] }) => first));
}
