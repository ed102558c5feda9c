import { Problem } from "../problem.js";
import { areSame, typeOf, type Value } from "../value.js";
import { at, type Call, type FunctionRule, type LazyRule, many, wrongType } from "./call.js";
import { isNumber } from "./math.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#logical-functions */
export const logicalFunctions: Readonly<Record<string, FunctionRule | LazyRule>> = {
  and: { takes: [1, many], callLazily: (name, values) => values.every(isTrue(name)) },
  equals: { takes: [2, 2], call: (call) => areEqual(at(call, 0), at(call, 1)) },
  greater: comparison((order) => order > 0),
  greaterOrEquals: comparison((order) => order >= 0),
  if: {
    takes: [3, 3],
    callLazily: (name, [condition, whenTrue, whenFalse]) =>
      (condition !== undefined && isTrue(name)(condition, 0) ? whenTrue : whenFalse)?.() ?? null,
  },
  less: comparison((order) => order < 0),
  lessOrEquals: comparison((order) => order <= 0),
  not: { takes: [1, 1], call: ({ name, values: [value = null] }) => !isTrue(name)(() => value, 0) },
  or: { takes: [1, many], callLazily: (name, values) => values.some(isTrue(name)) },
};

const isTrue =
  (name: string) =>
  (of: () => Value, index: number): boolean => {
    const value = of();
    if (typeof value === "boolean") return value;
    throw wrongType(name, "a boolean", value, index);
  };

/** Numbers by their value, whatever their types; inside arrays and objects 1 and 1.0 differ. */
function areEqual(a: Value, b: Value): boolean {
  for (const value of [a, b])
    if (typeof value === "bigint" && !isNumber(value)) throw new Problem(`${value} has more than 64 bits`);
  return isNumber(a) && isNumber(b) ? compareNumbers(a, b) === 0 : areSame(a, b);
}

/** Two numbers or two strings; NaN is neither less nor greater than anything. */
function comparison(holds: (order: number) => boolean): FunctionRule {
  const call = ({ name, values: [a = null, b = null] }: Call): boolean => {
    if (isNumber(a) && isNumber(b)) return holds(compareNumbers(a, b));
    if (typeof a === "string" && typeof b === "string") return holds(compareStrings(name, a, b));
    throw new Problem(`'${name}' takes two numbers or two strings, not ${typeOf(a)} and ${typeOf(b)}`);
  };
  return { takes: [2, 2], call };
}

function compareNumbers(a: bigint | number, b: bigint | number): number {
  const [x, y] = typeof a === typeof b ? [a, b] : [Number(a), Number(b)];
  if (x === y) return 0;
  return x < y ? -1 : x > y ? 1 : Number.NaN;
}

const collator = new Intl.Collator("en-US");

/** The engine compares as the culture of its machine does. What the order of the code units decides otherwise is not answered. */
function compareStrings(name: string, a: string, b: string): number {
  const byUnit = a < b ? -1 : a > b ? 1 : 0;
  if (byUnit === Math.sign(collator.compare(a, b))) return byUnit;
  throw new Problem(
    `which of '${a}' and '${b}' is ${name === "less" || name === "lessOrEquals" ? "less" : "greater"} depends on the culture of the machine that asks: compare texts of one case`,
  );
}
