/** What is wrong with a value or with an argument; where in the expression is added by whoever knows it. */
export class Problem extends Error {}

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
