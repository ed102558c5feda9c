import type { Facts } from "./identity.js";

/** A clause that was changed: `window.size`, `columns.temperature`. */
export interface Difference {
  readonly clause: string;
  /** Undefined: it was not there. */
  readonly before: string | undefined;
  /** Undefined: it is gone. */
  readonly after: string | undefined;
}

/** Where two queries' facts differ, by clause. */
export function differences(before: Facts, after: Facts): readonly Difference[] {
  const [was, is] = [texts(before), texts(after)];
  const clauses = [...new Set([...was.keys(), ...is.keys()])].sort();
  return clauses
    .map((clause) => ({ clause, before: was.get(clause), after: is.get(clause) }))
    .filter((difference) => difference.before !== difference.after);
}

/** The texts of facts, by `clause` or `clause.name`. */
function texts(facts: Facts): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(facts).flatMap(([clause, fact]): (readonly [string, string])[] =>
      typeof fact === "string"
        ? [[clause, fact]]
        : Object.entries(fact).map(([name, text]) => [`${clause}.${name}`, text]),
    ),
  );
}
