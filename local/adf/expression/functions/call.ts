import type { Context } from "../context.js";
import { Problem } from "../problem.js";
import { type TypeName, typeOf, type Value } from "../value.js";

/** A call of a function, whose arguments have values. */
export interface Call {
  readonly name: string;
  readonly values: readonly Value[];
  readonly context: Context;
}

export interface FunctionRule {
  /** How many arguments it takes, at least and at most. */
  readonly takes: readonly [least: number, most: number];
  readonly call: (call: Call) => Value;
}

/** A function that does not look at all of its arguments: what it does not look at may be wrong. */
export interface LazyRule {
  readonly takes: readonly [least: number, most: number];
  readonly callLazily: (name: string, values: readonly (() => Value)[]) => Value;
}

export type Rule = FunctionRule | LazyRule;

/** Any number of arguments. */
export const many = Number.POSITIVE_INFINITY;

const ordinals = ["first", "second", "third", "fourth"];

export function at({ values }: Call, index: number): Value {
  return values[index] ?? null;
}

export function stringAt(call: Call, index: number): string {
  const value = at(call, index);
  if (typeof value === "string") return value;
  throw wrongType(call.name, "a string", value, index);
}

export function optionalStringAt(call: Call, index: number): string | undefined {
  return call.values.length > index ? stringAt(call, index) : undefined;
}

export function integerAt(call: Call, index: number): bigint {
  const value = at(call, index);
  if (typeof value === "bigint" && BigInt.asIntN(64, value) === value) return value;
  throw wrongType(call.name, "an integer", value, index);
}

/** The engine looks at the last 32 bits of such a number only. */
export const int32At = (call: Call, index: number): number => Number(BigInt.asIntN(32, integerAt(call, index)));

export function wrongType(name: string, wanted: string, value: Value, index?: number): Problem {
  const found: TypeName = typeOf(value);
  const which = index === undefined ? "all its arguments" : `its ${ordinals[index] ?? `${index + 1}th`} argument`;
  return new Problem(`'${name}' takes ${wanted} as ${which}, not ${found}`);
}
