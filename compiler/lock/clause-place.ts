import type { Origin } from "../source/origin.js";
import { factClause } from "./change-class.js";
import type { DeclaredQuery } from "./declared-query.js";

/** What clauses of facts are called in the YAML, where that is not their name. */
const spelled: Readonly<Record<string, readonly string[]>> = {
  columns: ["columns", "with_columns"],
  from: ["from", "union"],
  joined: ["join"],
  joined_as: ["join"],
  joined_watermark: ["join"],
  hub: ["event_hub", "topic"],
};

/** Where a clause of a query's facts is written now; by the project's defaults too; of one that is gone, the table, sink, view or source that it was of. */
export function clausePlace({ origin, elsewhere, defaults }: DeclaredQuery, clause: string): Origin {
  const inherited = defaults().get(clause);
  if (inherited !== undefined) return inherited;
  const [prefix, of] = [...elsewhere()].find(([name]) => `${clause}.`.startsWith(`${name}.`)) ?? ["", origin];
  const path = prefix === "source" ? clause.slice(prefix.length + 1) : factClause(clause).replace(/^store\./, "");
  const at = path.indexOf(".");
  const [first, rest] = at === -1 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
  const named = (spelled[first] ?? [first]).map((name) => of.child(name));
  const within = rest === undefined ? [] : named.map((one) => one.child(rest));
  return [...within, ...named].find((one) => one.isWritten) ?? of.key();
}
