import type { Origin } from "../source/origin.js";
import type { QueryFacts } from "./next-lock.js";

/** A query, and where the YAML says what the lock is held against. */
export interface DeclaredQuery extends QueryFacts {
  /** Its table or sink. */
  readonly origin: Origin;
  /** Where else its facts are written, by what their clauses are or begin with: `source`, each view that it reads, a `watermark` that it inherits. */
  elsewhere(): ReadonlyMap<string, Origin>;
  /** The views whose steps are part of it, whether or not a fact is made of them, by what the names of their clauses begin with: `view silver/lines`. */
  views(): ReadonlyMap<string, Origin>;
  /** Where the project's defaults say what it does not say itself, by the clause that it would say it with: `late_rows`. */
  defaults(): ReadonlyMap<string, Origin>;
}
