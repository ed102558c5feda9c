import { isWhole } from "../infer/common-type.js";
import { literalOf } from "../infer/given-call.js";
import { losesDigitsWithItsSign } from "../infer/sign.js";
import { printType } from "../type.js";
import type { CallNode } from "../typed-node.js";
import { rounded, roundingProblem, triedArithmetic, typeOfArgument, wholeDigits } from "./result-types.js";
import type { FunctionRow } from "./row.js";

/** A function of doubles that no value makes fail. Spark counts all of them as possibly null. */
const ofDouble = (name: string, description: string): FunctionRow => ({
  name,
  signature: "(value: double): double",
  nullable: "always",
  spelling: { spark: "same" },
  description,
  samples: [`${name}(x)`],
});

const isNonZero = (node: CallNode, position: number): boolean => {
  const argument = node.arguments[position];
  const value = argument && literalOf(argument);
  return value !== undefined && Number(value) !== 0;
};

export const math: readonly FunctionRow[] = [
  {
    name: "abs",
    signature: "(value: number): any",
    returns: typeOfArgument(0),
    nullable: ({ types: [type], nullables }) => nullables[0] === true || (type !== undefined && isWhole(type)),
    check: ({ types: [type] }) =>
      type !== undefined && losesDigitsWithItsSign(type)
        ? { argument: 0, problem: `is ${printType(type)}, and Spark 4 keeps 34 digits here. Cast it to fewer first.` }
        : undefined,
    spelling: {
      spark: ({ type }) =>
        type.kind === "int"
          ? "abs(nullif(value, -2147483648))"
          : type.kind === "bigint"
            ? "abs(nullif(value, -9223372036854775808))"
            : "same",
    },
    description:
      "The number without its sign. The least int and the least bigint have no opposite: for them it is null.",
    samples: ["abs(i)", "abs(price)"],
  },
  {
    name: "ceil",
    aliases: ["ceiling"],
    signature: "(value: number): any",
    returns: wholeDigits,
    nullable: "always",
    spelling: { spark: "same" },
    description: "The next whole number not below; a bigint for a double (the nearest one where it is too great).",
    samples: ["ceil(x)", "ceil(price)"],
  },
  {
    name: "floor",
    signature: "(value: number): any",
    returns: wholeDigits,
    nullable: "always",
    spelling: { spark: "same" },
    description: "The next whole number not above; a bigint for a double (the nearest one where it is too great).",
    samples: ["floor(x)", "floor(price)"],
  },
  {
    name: "round",
    signature: "(value: number, digits?: literal int): any",
    returns: rounded,
    nullable: "always",
    check: roundingProblem,
    spelling: { spark: "same" },
    description: "Rounds half away from zero, to a number of digits after the point (default 0).",
    samples: ["round(x, 2)", "round(price, 1)", "round(price)", "round(total, -2)", "round(i)"],
  },
  {
    name: "bround",
    signature: "(value: number, digits?: literal int): any",
    returns: rounded,
    nullable: "always",
    check: roundingProblem,
    spelling: { spark: "same" },
    description: "Rounds half to the even neighbour, to a number of digits after the point (default 0).",
    samples: ["bround(x, 2)", "bround(price, 1)"],
  },
  ofDouble("rint", "The nearest whole number, as a double; half goes to the even neighbour."),
  ofDouble("sqrt", "The square root; NaN for a negative number."),
  ofDouble("cbrt", "The cube root."),
  ofDouble("exp", "e to the power of the number."),
  ofDouble("expm1", "e to the power of the number, less one; exact near zero."),
  ofDouble("ln", "The natural logarithm; null for zero and negative numbers."),
  ofDouble("log10", "The logarithm to the base 10; null for zero and negative numbers."),
  ofDouble("log2", "The logarithm to the base 2; null for zero and negative numbers."),
  ofDouble("log1p", "The natural logarithm of the number plus one; null below -1."),
  {
    name: "log",
    signature: ["(value: double): double", "(base: double, value: double): double"],
    nullable: "always",
    spelling: { spark: "same" },
    description: "The logarithm: natural, or to the base given first; null for zero and negative numbers.",
    samples: ["log(x)", "log(2, x)"],
  },
  {
    name: "power",
    aliases: ["pow"],
    signature: "(base: double, exponent: double): double",
    spelling: { spark: "same" },
    description: "The base to the power of the exponent.",
    samples: ["power(x, 2)"],
  },
  {
    name: "sign",
    aliases: ["signum"],
    signature: "(value: double): double",
    nullable: "always",
    spelling: { spark: "same" },
    description: "-1, 0 or 1, as a double.",
    samples: ["sign(x)", "sign(price)"],
  },
  ofDouble("sin", "The sine of an angle in radians."),
  ofDouble("cos", "The cosine of an angle in radians."),
  ofDouble("tan", "The tangent of an angle in radians."),
  ofDouble("cot", "The cotangent of an angle in radians."),
  ofDouble("asin", "The arc sine in radians; NaN outside of -1 to 1."),
  ofDouble("acos", "The arc cosine in radians; NaN outside of -1 to 1."),
  ofDouble("atan", "The arc tangent in radians."),
  ofDouble("sinh", "The hyperbolic sine."),
  ofDouble("cosh", "The hyperbolic cosine."),
  ofDouble("tanh", "The hyperbolic tangent."),
  ofDouble("degrees", "Radians to degrees."),
  ofDouble("radians", "Degrees to radians."),
  {
    name: "atan2",
    signature: "(y: double, x: double): double",
    spelling: { spark: "same" },
    description: "The angle in radians of the point (x, y).",
    samples: ["atan2(x, y)"],
  },
  {
    name: "hypot",
    signature: "(a: double, b: double): double",
    spelling: { spark: "same" },
    description: "The length of the diagonal.",
    samples: ["hypot(x, y)"],
  },
  {
    name: "e",
    signature: "(): double",
    nullable: "never",
    spelling: { spark: "same" },
    description: "Euler's number.",
    samples: ["e()"],
  },
  {
    name: "pi",
    signature: "(): double",
    nullable: "never",
    spelling: { spark: "same" },
    description: "The ratio of a circle's circumference to its diameter.",
    samples: ["pi()"],
  },
  {
    name: "factorial",
    signature: "(value: int): bigint",
    nullable: "always",
    spelling: { spark: "same" },
    description: "The product of the numbers up to it; null below 0 and above 20.",
    samples: ["factorial(i)"],
  },
  {
    name: "pmod",
    signature: "<A: whole>(dividend: A, divisor: A): A",
    nullable: "always",
    spelling: { spark: (node) => (isNonZero(node, 1) ? "same" : "pmod(dividend, nullif(divisor, 0))") },
    description: "The remainder of a division, never negative for a positive divisor; null for the divisor 0.",
    samples: ["pmod(i, 7)", "pmod(n, i)"],
  },
  {
    name: "mod",
    signature: "<A: whole>(dividend: A, divisor: A): A",
    nullable: "always",
    spelling: { spark: (node) => (isNonZero(node, 1) ? "dividend % divisor" : "dividend % nullif(divisor, 0)") },
    description:
      "The remainder of a division, with the sign of the dividend; null for the divisor 0. `a % b` says the same.",
    samples: ["mod(i, 7)"],
  },
  {
    name: "try_add",
    signature: "(a: number, b: number): any",
    returns: triedArithmetic("+"),
    nullable: "always",
    spelling: { spark: "same" },
    description: "The sum; null where it does not fit. `a + b` says the same.",
    samples: ["try_add(i, j)", "try_add(price, total)"],
  },
  {
    name: "try_subtract",
    signature: "(a: number, b: number): any",
    returns: triedArithmetic("-"),
    nullable: "always",
    spelling: { spark: "same" },
    description: "The difference; null where it does not fit. `a - b` says the same.",
    samples: ["try_subtract(i, j)"],
  },
  {
    name: "try_multiply",
    signature: "(a: number, b: number): any",
    returns: triedArithmetic("*"),
    nullable: "always",
    spelling: { spark: "same" },
    description: "The product; null where it does not fit. `a * b` says the same.",
    samples: ["try_multiply(i, j)", "try_multiply(price, 2)"],
  },
  {
    name: "try_divide",
    signature: "(a: number, b: number): any",
    returns: triedArithmetic("/"),
    nullable: "always",
    spelling: { spark: "same" },
    description: "The quotient; null for the divisor 0 and where it does not fit. `a / b` says the same.",
    samples: ["try_divide(i, j)", "try_divide(price, 3)"],
  },
  {
    name: "shiftleft",
    signature: "<A: whole>(value: A, bits: int): A",
    spelling: { spark: "same" },
    description: "The bits moved to the left.",
    samples: ["shiftleft(i, 2)"],
  },
  {
    name: "shiftright",
    signature: "<A: whole>(value: A, bits: int): A",
    spelling: { spark: "same" },
    description: "The bits moved to the right, keeping the sign.",
    samples: ["shiftright(n, 2)"],
  },
  {
    name: "shiftrightunsigned",
    signature: "<A: whole>(value: A, bits: int): A",
    spelling: { spark: "same" },
    description: "The bits moved to the right, filled with zeros.",
    samples: ["shiftrightunsigned(n, 2)"],
  },
  {
    name: "bit_count",
    signature: "(value: whole | boolean): int",
    range: [0, 64],
    spelling: { spark: "same" },
    description: "How many bits are set.",
    samples: ["bit_count(i)"],
  },
  {
    name: "width_bucket",
    signature: "(value: double, least: double, most: double, buckets: literal bigint): bigint",
    nullable: "always",
    spelling: { spark: "same" },
    description: "The number of the bucket, of so many between the two bounds; 0 below and one more above.",
    samples: ["width_bucket(x, 0, 100, 10)"],
  },
  {
    name: "bin",
    signature: "(value: bigint): string",
    spelling: { spark: "same" },
    description: "The number in binary digits.",
    samples: ["bin(n)"],
  },
  {
    name: "hex",
    signature: "(value: bigint | string | binary): string",
    spelling: { spark: "same" },
    description: "A whole number, the bytes of a string, or bytes, in hexadecimal digits.",
    samples: ["hex(n)", "hex(name)", "hex(body)"],
  },
];
