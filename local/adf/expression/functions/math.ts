import { Problem } from "../problem.js";
import { isArray, type Value } from "../value.js";
import { at, type Call, type FunctionRule, int32At, many, wrongType } from "./call.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#math-functions */
export const mathFunctions: Readonly<Record<string, FunctionRule>> = {
  add: arithmetic(
    (a, b) => a + b,
    (a, b) => a + b,
  ),
  div: arithmetic(
    (a, b) => a / b,
    (a, b) => a / b,
  ),
  max: { takes: [1, many], call: (call) => extreme(call, (a, b) => a > b || Number.isNaN(b)) },
  min: { takes: [1, many], call: (call) => extreme(call, (a, b) => a < b || Number.isNaN(a)) },
  mod: arithmetic(
    (a, b) => a % b,
    (a, b) => a % b,
  ),
  mul: arithmetic(
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  rand: { takes: [2, 2], call: rand },
  range: { takes: [2, 2], call: range },
  sub: arithmetic(
    (a, b) => a - b,
    (a, b) => a - b,
  ),
};

/** Of two integers an integer of 64 bits, a division rounded towards zero; otherwise a float. */
function arithmetic(
  integers: (a: bigint, b: bigint) => bigint,
  floats: (a: number, b: number) => number,
): FunctionRule {
  const call = (call: Call): Value => {
    const [a, b] = [numberAt(call, 0), numberAt(call, 1)];
    const isDivision = call.name === "div" || call.name === "mod";
    if (isDivision && Number(b) === 0) throw new Problem(`'${call.name}' cannot divide by zero`);
    if (typeof a === "number" || typeof b === "number") return floats(Number(a), Number(b));
    // The one division whose result is out of range; its remainder is refused with it.
    const isTooLarge = call.name === "mod" && b === -1n && a === -(2n ** 63n);
    const result = integers(a, b);
    if (!isTooLarge && BigInt.asIntN(64, result) === result) return result;
    throw new Problem(`'${call.name}' goes beyond the range of an integer (64 bits)`);
  };
  return { takes: [2, 2], call };
}

function numberAt(call: Call, index: number): bigint | number {
  const value = at(call, index);
  if (isNumber(value)) return value;
  throw wrongType(call.name, "a number", value, index);
}

export const isNumber = (value: Value): value is bigint | number =>
  typeof value === "number" || (typeof value === "bigint" && BigInt.asIntN(64, value) === value);

function extreme(call: Call, isBetter: (a: bigint | number, b: bigint | number) => boolean): Value {
  const only = at(call, 0);
  const values = isArray(only) && call.values.length === 1 ? only : call.values;
  const numbers = values.map((value) => {
    if (isNumber(value)) return value;
    throw wrongType(call.name, "numbers", value);
  });
  const isFloat = numbers.some((number) => typeof number === "number");
  const alike = isFloat ? numbers.map(Number) : numbers;
  if (alike.length === 0) throw new Problem(`'${call.name}' takes at least one number`);
  return alike.reduce((best, number) => (isBetter(number, best) ? number : best));
}

function rand(call: Call): bigint {
  const [least, limit] = [int32At(call, 0), int32At(call, 1)];
  if (least > limit) throw new Problem(`'rand' takes the smaller number first, not ${least} before ${limit}`);
  const { clock } = call.context;
  if (clock === undefined) throw new Problem("'rand' has no value here");
  return BigInt(least + Math.floor(clock.random() * (limit - least)));
}

function range(call: Call): readonly bigint[] {
  const [start, count] = [int32At(call, 0), int32At(call, 1)];
  if (count < 0 || count > 100_000 || start + count - 1 > 2_147_483_647) {
    throw new Problem(`'range' gives at most 100000 numbers, none above 2147483647: not ${count} from ${start} on`);
  }
  return Array.from({ length: count }, (_, index) => BigInt(start + index));
}
