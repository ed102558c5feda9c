import type { DataType } from "../type.js";
import type { CallNode } from "../typed-node.js";
import type { Signature } from "./signature.js";

/** One function of the expression language: everything that the compiler knows of it. Adding a function is adding a row. */
export interface FunctionRow {
  readonly name: string;
  /** Other names by which Spark knows the same function. */
  readonly aliases?: readonly string[];
  /** `(text: string, length?: int): string`; several where the forms differ. The language is described in `signature.ts`. */
  readonly signature: string | readonly string[];
  /** The result's type, where the signature cannot say it. */
  readonly returns?: (call: GivenCall) => DataType;
  /** When the result can be null; by default when any argument can be. */
  readonly nullable?: "never" | "always" | "if all are" | ((call: GivenCall) => boolean);
  /** The least and the greatest whole number it can give, where they are narrower than the type: arithmetic on it then needs no guard. */
  readonly range?: readonly [number, number];
  /** Computes one value from many rows. */
  readonly aggregate?: true;
  /**
   * Of an aggregate: as what Spark keeps it while rows still come, where its name and types do not tell. State that was kept otherwise
   * cannot be gone on with.
   */
  readonly keptAs?: (call: CallNode) => string | undefined;
  /** Its value tells no value of an argument: what is sensitive in them is not in it. */
  readonly clears?: true;
  /**
   * Its last argument names a key, which is a secret that only notebooks read: so it stands in columns that they compute, and nowhere
   * else. What is sensitive in its value, that key says.
   */
  readonly keyed?: true;
  /** What is wrong with arguments that have the right types, by position: a pattern that is no pattern. */
  readonly check?: (call: GivenCall) => ArgumentProblem | undefined;
  /** How each engine spells it. An engine without an entry does not have the function. */
  readonly spelling: {
    /** `same`: as it is written here. A text is an expression over the parameters' names. */
    readonly spark: "same" | string | ((call: CallNode) => "same" | string);
    /** Of mapping data flows. */
    readonly dataFlow?: DataFlowSpelling;
    /** Of T-SQL. */
    readonly transact?: TransactSpelling;
  };
  /** What it computes, and, where Spark's own function differs by setting or fails, what is done about it. */
  readonly description: string;
  /** Calls over the columns of the manual's example table; the tests run each on Spark. */
  readonly samples: readonly [string, ...string[]];
}

/**
 * How a mapping data flow spells a function, where its vendor's page says that it does the same. What it makes of null is told of few:
 * it is called where no argument is null.
 * https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage
 */
export interface DataFlowSpelling {
  readonly name: string;
  /** Arguments that follow those that are written. */
  readonly more?: readonly string[];
  /** It skips nulls itself. */
  readonly skipsNulls?: true;
  /** Why these arguments are none of those for which it does the same. */
  readonly unless?: (call: CallNode) => string | undefined;
}

/** How T-SQL spells a function, where it does the same for every value. https://learn.microsoft.com/sql/t-sql/functions/functions */
export interface TransactSpelling {
  /** `$1`: the first argument; `$*`: all of them. */
  readonly text: string;
  /** The arguments become what the result is. */
  readonly widens?: true;
  /** Texts that are put together, which is no function there. */
  readonly joins?: true;
  /** Why these arguments are none of those for which it does the same. */
  readonly unless?: (call: CallNode) => string | undefined;
}

/** A row with its signatures read. */
export interface CatalogueFunction extends Omit<FunctionRow, "signature"> {
  readonly family: string;
  readonly signatures: readonly Signature[];
}

/** A call whose arguments have types: what a row's own rules see. Lambdas are there with their result. */
export interface GivenCall {
  readonly types: readonly DataType[];
  readonly nullables: readonly boolean[];
  /** Of an argument whose elements are written out, whether each of these can be null. */
  readonly elements: readonly (readonly boolean[] | undefined)[];
  /** The values of the arguments that are written out, by position. */
  readonly literals: readonly (string | number | bigint | boolean | undefined)[];
  /** Names that `struct` gives its fields: the column's or the field's, if the argument is one. */
  readonly names: readonly (string | undefined)[];
}

export interface ArgumentProblem {
  readonly argument: number;
  readonly problem: string;
}
