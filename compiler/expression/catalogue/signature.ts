import { tokensOf } from "../parse/token.js";
import type { SimpleKind } from "../type.js";

/**
 * What a function takes and gives, read from a short text:
 *
 * - `(text: string, length?: int, more...: string): string`: names, `?` for optional, `...` for any number of them;
 * - `(*): bigint` for whole rows;
 * - `string | binary`: one of these; `number`, `whole`, `decimal`, `struct`, `any`: any type of that class;
 * - `A`, `K`, `V`…: the same type wherever it stands (arguments widen to it); `A: orderable` in front of the brackets
 *   bounds it: `<A: orderable>(value: A): A`;
 * - `array<A>`, `map<K,V>`, and `(A null, int?) -> B` for a lambda (`null`: can be null whatever A is, `?`: may be left out);
 * - `literal string`: must be written out; `never null K`: must not be nullable, and neither must the elements of an array.
 */
export interface Signature {
  readonly text: string;
  readonly parameters: readonly Parameter[];
  /** `(*)`: of whole rows. */
  readonly ofRows: boolean;
  readonly result: Pattern;
  readonly bounds: ReadonlyMap<string, Pattern>;
}

export interface Parameter {
  readonly name: string;
  readonly pattern: Pattern;
  readonly optional: boolean;
  readonly variadic: boolean;
  readonly literal: boolean;
  readonly neverNull: boolean;
}

export type Pattern =
  | { readonly kind: "type"; readonly type: SimpleKind }
  | { readonly kind: "class"; readonly name: TypeClass }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "array"; readonly element: Pattern }
  | { readonly kind: "map"; readonly key: Pattern; readonly value: Pattern }
  | { readonly kind: "either"; readonly options: readonly Pattern[] }
  | { readonly kind: "lambda"; readonly parameters: readonly LambdaParameter[]; readonly result: Pattern };

export interface LambdaParameter {
  readonly pattern: Pattern;
  readonly optional: boolean;
  readonly nullable: boolean;
}

export type TypeClass = "any" | "number" | "whole" | "decimal" | "orderable" | "struct";

const CLASSES: ReadonlyMap<string, TypeClass> = new Map(
  (["any", "number", "whole", "decimal", "orderable", "struct"] as const).map((name) => [name, name]),
);
const KINDS: ReadonlyMap<string, SimpleKind> = new Map(
  (["string", "boolean", "int", "bigint", "double", "date", "timestamp", "binary", "interval"] as const).map((kind) => [
    kind,
    kind,
  ]),
);

/** Reads a signature. A text that is none is a bug of the catalogue, so it throws. */
export function signatureOf(text: string): Signature {
  const reader: Reader = { text, words: tokensOf(text).map((token) => token.text), at: 0 };
  const bounds = new Map<string, Pattern>();
  if (take(reader, "<")) {
    do {
      const name = word(reader);
      expect(reader, ":");
      bounds.set(name, patternOf(reader));
    } while (take(reader, ","));
    expect(reader, ">");
  }
  expect(reader, "(");
  const ofRows = take(reader, "*");
  const parameters: Parameter[] = [];
  while (!take(reader, ")")) {
    parameters.push(parameterOf(reader));
    take(reader, ",");
  }
  expect(reader, ":");
  return { text, parameters, ofRows, result: patternOf(reader), bounds };
}

interface Reader {
  readonly text: string;
  readonly words: readonly string[];
  at: number;
}

function parameterOf(reader: Reader): Parameter {
  const name = word(reader);
  const optional = take(reader, "?");
  const variadic = take(reader, ".") && take(reader, ".") && take(reader, ".");
  expect(reader, ":");
  const literal = take(reader, "literal");
  const neverNull = take(reader, "never");
  if (neverNull) expect(reader, "null");
  return { name, pattern: patternOf(reader), optional, variadic, literal, neverNull };
}

function patternOf(reader: Reader): Pattern {
  const options = [onePattern(reader)];
  while (take(reader, "|")) options.push(onePattern(reader));
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { kind: "either", options };
}

function onePattern(reader: Reader): Pattern {
  if (take(reader, "(")) return lambdaOf(reader);
  const name = word(reader);
  const kind = KINDS.get(name);
  if (kind !== undefined) return { kind: "type", type: kind };
  const typeClass = CLASSES.get(name);
  if (typeClass !== undefined) return { kind: "class", name: typeClass };
  if (/^[A-Z]$/.test(name)) return { kind: "variable", name };
  expect(reader, "<");
  const first = patternOf(reader);
  if (name === "array" && take(reader, ">")) return { kind: "array", element: first };
  expect(reader, ",");
  const value = patternOf(reader);
  expect(reader, ">");
  return { kind: "map", key: first, value };
}

function lambdaOf(reader: Reader): Pattern {
  const parameters: LambdaParameter[] = [];
  do parameters.push({ pattern: patternOf(reader), nullable: take(reader, "null"), optional: take(reader, "?") });
  while (take(reader, ","));
  expect(reader, ")");
  expect(reader, "->");
  return { kind: "lambda", parameters, result: patternOf(reader) };
}

function word(reader: Reader): string {
  const found = reader.words[reader.at] ?? "";
  if (!/^\w+$/.test(found)) throw new Error(`A word is missing in the signature ${reader.text}`);
  reader.at += 1;
  return found;
}

function take(reader: Reader, text: string): boolean {
  const found = reader.words[reader.at] === text;
  if (found) reader.at += 1;
  return found;
}

function expect(reader: Reader, text: string): void {
  if (!take(reader, text)) throw new Error(`'${text}' is missing in the signature ${reader.text}`);
}
