import { allOf, closest, didYouMean } from "../../../compiler/diagnostics/suggest.js";

/** What is wrong with a value or with an argument; where in the expression is added by whoever knows it. */
export class Problem extends Error {}

/** What was meant instead of a name that is not known, or all that there is. */
export const orThere = (name: string, known: readonly string[]): string =>
  didYouMean(closest(name, known)) || (known.length === 0 ? " There is none." : ` There is ${allOf(known)}.`);

/** Characters of the text that the expression stands in; the end is not included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An expression that cannot be read or has no value. */
export class ExpressionError extends Error {
  /** The whole text: `@concat('a', x)`. */
  readonly text: string;
  readonly range: Range;
  readonly problem: string;

  constructor(text: string, range: Range, problem: string) {
    super(`${problem} (character ${range.start + 1} of ${JSON.stringify(text)})`);
    this.text = text;
    this.range = range;
    this.problem = problem;
  }
}
